import { z } from "zod";
import { RECEIVER_NAME_MAX, REFERRAL_DAYS, type ReferralDays } from "#app/features/referrals/referral.ts";
import { longText } from "#app/features/referrals/referral-forms.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { isId, type ReferralId } from "#app/kernel/id.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { ticked } from "#app/kernel/ticked.ts";
import { ASKS_MAX, LETTER_MAX, MOST_ASKS, MOST_PARTS } from "./state-note.ts";

/** For whom: a State of the register, and one of the receivers to whom reporters have agreed. */
export const newNoteForm = z.object({
  state: z
    .string()
    .default("")
    .pipe(z.string().regex(/^[A-Z]{2}$/, "state-notes.state.required")),
  receiver: z
    .string()
    .default("")
    .pipe(z.string().regex(/^[0-9a-f]{32}$/, "state-notes.receiver.required")),
  unit: z
    .string()
    .default("")
    .pipe(z.string().trim().min(1, "state-notes.unit.required").max(RECEIVER_NAME_MAX, "refusal.form.too-long")),
  language: z.enum(LOCALES, "referrals.language.required"),
  days: z.enum(REFERRAL_DAYS.map(String), "referrals.days.required").transform((days) => Number(days) as ReferralDays),
});
export type NewNoteForm = z.infer<typeof newNoteForm>;

const asks = longText(ASKS_MAX)
  .transform((text) => text.split("\n").map((line) => line.trim()))
  .transform((lines) => lines.filter((line) => line !== ""))
  .pipe(z.array(z.string()).max(MOST_ASKS, "state-notes.asks.too-many"));

/** What it says. A letter may be kept half written; whether it is whole is asked when it is sent. */
export const changeNoteForm = z
  .object({
    recordVersion,
    parts: ticked(z.string().refine(isId), MOST_PARTS),
    letter: longText(LETTER_MAX),
    asks,
  })
  .transform(({ recordVersion: version, parts, ...form }) => ({ version, parts: parts as ReferralId[], ...form }));
export type ChangeNoteForm = z.infer<typeof changeNoteForm>;

/** A word on exactly what was on the page. */
export const wordForm = z
  .object({ recordVersion, hash: z.string().max(64).default("") })
  .transform(({ recordVersion: version, hash }) => ({ version, hash }));
