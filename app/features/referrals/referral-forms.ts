import { z } from "zod";
import { TLP_MARKS } from "#app/features/taxonomy/codes.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { accountNumberPlaces } from "#app/kernel/account-number-mask.ts";
import { isId } from "#app/kernel/id.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { ticked } from "#app/kernel/ticked.ts";
import {
  type ChosenFile,
  type KeptReferral,
  PURPOSE_MAX,
  RECEIVER_KINDS,
  RECEIVER_NAME_MAX,
  REFERRAL_DAYS,
  REFERRAL_PARTS,
  type ReferralDays,
  SUMMARY_MAX,
} from "./referral.ts";

/** A post-quantum key has some two thousand letters. */
const KEY_MAX = 4_000;
const MOST_FILES = 40;

const withoutNumbers = (text: string) => accountNumberPlaces(text).length === 0;
/** A text of several lines. An account number has no place in what leaves. */
export const longText = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(most, "refusal.form.too-long").refine(withoutNumbers, "report.text.account-number"));

/** A file and its half, as one card says it: `copy:<id>`. */
const chosenFile = z
  .string()
  .transform((text) => text.split(":"))
  .pipe(z.tuple([z.enum(["original", "copy"]), z.string().refine(isId)]))
  .transform(([half, fileId]): ChosenFile => ({ fileId, half }));

/** @returns the card of a file, the other way round */
export const fileCard = ({ fileId, half }: ChosenFile): string => `${half}:${fileId}`;

const fields = {
  kind: z.enum(RECEIVER_KINDS, "referrals.kind.required"),
  name: z
    .string()
    .default("")
    .pipe(z.string().trim().min(1, "referrals.name.required").max(RECEIVER_NAME_MAX, "refusal.form.too-long")),
  purpose: longText(PURPOSE_MAX).pipe(z.string().min(1, "referrals.purpose.required")),
  // Keys are copied out of messages, which break them into lines.
  key: z
    .string()
    .default("")
    .transform((text) => text.replaceAll(/\s+/g, "").toLowerCase())
    .pipe(z.string().min(1, "referrals.key.required").max(KEY_MAX, "referrals.key.invalid")),
  parts: ticked(z.enum(REFERRAL_PARTS)),
  files: ticked(chosenFile, MOST_FILES),
  summary: longText(SUMMARY_MAX),
  language: z.enum(LOCALES, "referrals.language.required"),
  tlp: z.enum(TLP_MARKS, "referrals.tlp.required"),
  days: z.enum(REFERRAL_DAYS.map(String), "referrals.days.required").transform((days) => Number(days) as ReferralDays),
};

interface Said {
  readonly parts: readonly string[];
  readonly files: readonly ChosenFile[];
  readonly summary: string;
}

/** Something must go; a note is written where it is to go, and both ways round. */
function judge({ parts, files, summary }: Said, context: z.RefinementCtx): void {
  const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (parts.length + files.length === 0) wrong("parts", "referrals.parts.required");
  if (parts.includes("summary") && summary === "") wrong("summary", "referrals.summary.required");
  if (!parts.includes("summary") && summary !== "") wrong("summary", "referrals.summary.not-ticked");
}

export const referralForm = z.object(fields).superRefine(judge);
export type ReferralForm = z.infer<typeof referralForm>;

export const changeReferralForm = z
  .object({ ...fields, recordVersion })
  .superRefine(judge)
  .transform(({ recordVersion: version, ...form }) => ({ version, form }));

/** A press on a page that shows a referral at a version. */
export const versionForm = z.object({ recordVersion }).transform(({ recordVersion: version }) => ({ version }));

/** Before anything leaves somebody has heard the fingerprint from the receiver, by another way. */
export const takeForm = z
  .object({ recordVersion, compared: z.literal("yes", "referrals.take.compare-first") })
  .transform(({ recordVersion: version }) => ({ version }));

/** The reporter's word on exactly what was on the page. */
export const DECISIONS = ["agree", "refuse", "object"] as const;
export type Decision = (typeof DECISIONS)[number];

export const decisionForm = z
  .object({ recordVersion, hash: z.string().max(64).default(""), decision: z.enum(DECISIONS) })
  .transform(({ recordVersion: version, ...form }) => ({ version, ...form }));

/** What is kept of a referral, as its form holds it. */
export function referralValues({ kind, name, purpose, parts, files, tlp, language, content }: KeptReferral) {
  return {
    kind,
    name,
    purpose,
    parts,
    files: files.map(fileCard),
    tlp,
    language,
    key: content?.receiver.key ?? "",
    summary: content?.summary ?? "",
  };
}
