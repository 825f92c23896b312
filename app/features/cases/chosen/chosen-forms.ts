import { z } from "zod";
import { CHOICE_FIELD, type ChosenCase, readChoice } from "#app/features/cases/casework/case-choice.ts";
import { requiredReason } from "#app/features/cases/casework/reason-field.ts";
import { URGENCIES } from "#app/features/taxonomy/codes.ts";

/** What one press changes at most: each case takes a transaction of its own, and a request has fifteen seconds. */
export const MOST_CHOSEN = 50;

export const CHOSEN_VERBS = ["assign", "urgency", "list", "cases"] as const;
export type ChosenVerb = (typeof CHOSEN_VERBS)[number];

/** Takes the first of the list instead of ticked lines. */
export const FIRST_FIELD = "first";

/** The form around the queue's table: ticked lines, or the first of the list, and what is to be done with them. */
export const chosenForm = z
  .looseObject({
    verb: z.enum(CHOSEN_VERBS, "chosen.verb.required"),
    [CHOICE_FIELD]: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform((value) => (value === undefined ? [] : [value].flat().flatMap((one) => readChoice(one) ?? []))),
    [FIRST_FIELD]: z.literal("yes").optional(),
  })
  .transform((form) => ({
    verb: form.verb,
    chosen: form[CHOICE_FIELD].slice(0, MOST_CHOSEN),
    takesFirst: form[FIRST_FIELD] === "yes",
  }));

export const chosenAssignForm = z.object({
  // Nothing chosen is no answer here: it would take several cases from whoever leads them.
  lead: z.union([z.literal(""), z.uuid()], "chosen.lead.required").transform((id) => id || null),
});

export const chosenUrgencyForm = z.object({
  urgency: z.enum(URGENCIES, "casework.urgency.required"),
  reason: requiredReason,
});

const chosenView = z.object({
  chosen: z.array(z.object({ caseId: z.string(), version: z.number() })).max(MOST_CHOSEN),
});
const doneView = z.object({
  verb: z.enum(CHOSEN_VERBS),
  done: z.array(z.object({ caseId: z.string(), code: z.string().nullable() })).max(MOST_CHOSEN),
});

/** What became of one case: null, it was done; else the code of why not. */
export interface ChosenResult {
  readonly caseId: string;
  readonly code: string | null;
}

/** What the session keeps under the name of a view, if it is a choice. */
export function chosenIn(kept: unknown): readonly ChosenCase[] {
  const read = chosenView.safeParse(kept);
  return read.success ? read.data.chosen : [];
}

/** The same for what came of it. */
export function resultsIn(kept: unknown): { readonly verb: ChosenVerb; readonly done: readonly ChosenResult[] } | null {
  const read = doneView.safeParse(kept);
  return read.success ? read.data : null;
}
