import { z } from "zod";
import { KINDS, type Kind } from "#app/features/surveys/instruments/instrument.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { recordVersion } from "#app/kernel/record-version.ts";

/** A form whose fields depend on what is edited: its sheet reads them. */
export const sheetForm = z.looseObject({});

const LONGEST = 2000;
const text = (message: string) =>
  z.string().trim().default("").pipe(z.string().min(1, message).max(LONGEST, "questionnaires.error.too-long"));

/** From nothing, or from a version by its digest. */
export const beginForm = z
  .object({
    from: z
      .string()
      .default("")
      .pipe(z.string().regex(/^(?:empty|[0-9a-f]{64})$/, "questionnaires.error.choose-from")),
    title: z.string().trim().max(LONGEST, "questionnaires.error.too-long").default(""),
    language: z.enum(LOCALES).default("en"),
  })
  .refine(({ from, title }) => from !== "empty" || title !== "", {
    path: ["title"],
    error: "questionnaires.error.title",
  });

export const newPageForm = z.object({ title: text("questionnaires.error.title") });

export const newQuestionForm = z.object({
  label: text("questionnaires.error.text"),
  kind: z.enum(KINDS as readonly [Kind, ...Kind[]], "questionnaires.error.kind"),
});

export const newEndForm = z.object({
  words: text("questionnaires.error.text"),
  question: z.string().default("").pipe(z.string().min(1, "questionnaires.error.choose-question").max(40)),
});

/** To which page, and behind which of its questions; "first" is before all of them. */
export const moveForm = z.object({
  to: z
    .string()
    .default("")
    .pipe(z.string().regex(/^[a-z0-9_]+ (?:first|[a-z0-9_]+)$/, "questionnaires.error.choose-place")),
});

/** One button of the overview: what it does and to which part. */
export const outlineForm = z.object({
  act: z
    .string()
    .default("")
    .pipe(z.string().regex(/^(?:up|down|copy|page-up|page-down|told)(?: [a-z0-9_]+)?$/)),
});

export const seenForm = z.object({ seen: z.string().max(64).default("") });

export const draftVersionForm = z.object({ recordVersion }).transform(({ recordVersion: version }) => ({ version }));
