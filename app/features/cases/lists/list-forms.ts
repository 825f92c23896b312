import { z } from "zod";

/** A key of the newest kind has some two thousand characters. */
const RECIPIENT_MAX = 4_000;

/** The half of a pair that must never leave its owner's device. */
const SECRET = /AGE-SECRET-KEY-/i;

/** To which key whole cases are sealed, and whether the team's own notes go along. Whether it is a key, the server says. */
export const askCasesForm = z.object({
  recipient: z
    .string()
    .trim()
    .min(1, "lists.recipient.required")
    .max(RECIPIENT_MAX, "lists.recipient.wrong")
    .refine((text) => !SECRET.test(text), "lists.recipient.secret"),
  withNotes: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
});
export type AskCasesForm = z.infer<typeof askCasesForm>;
