import { z } from "zod";
import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { isIsoDay } from "#app/kernel/iso-day.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { SIZES } from "./panel-makeup.ts";
import { isShortEnough, MOST_INVITED, ORGANISATION_NAME_MAX } from "./wave.ts";

const day = (message: string) => z.string().default("").pipe(z.string().refine(isIsoDay, message));

const plan = z.object({
  session: z
    .string()
    .default("")
    .pipe(z.string().regex(/^[A-Z0-9]{3,16}$/, "waves.session.required")),
  referenceFrom: day("waves.day.required"),
  referenceTo: day("waves.day.required"),
  opensOn: day("waves.day.required"),
  closesOn: day("waves.day.required"),
  instrument: z
    .string()
    .default("")
    .pipe(z.string().regex(/^[0-9a-f]{64}$/, "waves.instrument.required")),
});

type Plan = z.infer<typeof plan>;

const inOrder = ({ referenceFrom, referenceTo }: Plan) => referenceFrom <= referenceTo;
const opensFirst = ({ opensOn, closesOn }: Plan) => opensOn <= closesOn;
const notTooLong = ({ opensOn, closesOn }: Plan) => isShortEnough(opensOn, closesOn);

/** What a wave is about: of which session, about which time, on which days, with which questionnaire. */
export const waveForm = plan
  .refine(inOrder, { path: ["referenceTo"], error: "waves.reference.order" })
  .refine(opensFirst, { path: ["closesOn"], error: "waves.days.order" })
  .refine(notTooLong, { path: ["closesOn"], error: "waves.days.too-long" });
export type WaveForm = z.infer<typeof waveForm>;

export const changeWaveForm = plan
  .extend({ recordVersion })
  .refine(inOrder, { path: ["referenceTo"], error: "waves.reference.order" })
  .refine(opensFirst, { path: ["closesOn"], error: "waves.days.order" })
  .refine(notTooLong, { path: ["closesOn"], error: "waves.days.too-long" })
  .transform(({ recordVersion: version, ...form }) => ({ version, ...form }));
export type ChangeWaveForm = z.infer<typeof changeWaveForm>;

/** A word on exactly what was on the page. */
export const waveWordForm = z
  .object({ recordVersion, hash: z.string().max(64).default("") })
  .transform(({ recordVersion: version, hash }) => ({ version, hash }));

/** The last day alone; whether it fits the first one only the server knows. */
export const closingForm = z
  .object({ recordVersion, closesOn: day("waves.day.required") })
  .transform(({ recordVersion: version, closesOn }) => ({ version, closesOn }));
export type ClosingForm = z.infer<typeof closingForm>;

/** Discarding a plan and closing a survey are two acts: a page that shows one must not do the other. */
export const endWaveForm = z
  .object({ recordVersion, end: z.enum(["discard", "close"]) })
  .transform(({ recordVersion: version, end }) => ({ version, end }));

/** The same of a panel nobody has written yet is its version 0. */
const panelVersion = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1);

/** Nothing chosen means that it is not known. */
const chosenOf = <Code extends string>(codes: readonly [Code, ...Code[]]) =>
  z
    .union([z.enum(codes), z.literal("")])
    .optional()
    .transform((chosen) => chosen || null);

/** Names as they are pasted from a list: one a line, all in one language and alike in what is known of them. */
export const inviteForm = z
  .object({
    panelVersion,
    language: z.enum(LOCALES, "waves.language.required"),
    region: chosenOf(REGIONAL_GROUPS),
    size: chosenOf(SIZES),
    names: z
      .string()
      .default("")
      .transform((text) =>
        text
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      )
      .pipe(
        z
          .array(z.string().max(ORGANISATION_NAME_MAX, "waves.names.too-long"))
          .min(1, "waves.names.required")
          .max(MOST_INVITED, "waves.names.too-many"),
      ),
  })
  .transform(({ panelVersion: version, names, ...of }) => ({
    version,
    organisations: names.map((name) => ({ name, ...of })),
  }));
export type InviteForm = z.infer<typeof inviteForm>;

export const panelVersionForm = z.object({ panelVersion }).transform(({ panelVersion: version }) => ({ version }));

/** Taking somebody off the list and giving them a new code are two acts as well. */
export const changeInvitedForm = z
  .object({ panelVersion, verb: z.enum(["remove", "lost"]) })
  .transform(({ panelVersion: version, verb }) => ({ version, verb }));

/** Whom to let in. */
export const readerForm = z.object({
  userId: z.string("waves.readers.required").min(1, "waves.readers.required").max(64),
});
