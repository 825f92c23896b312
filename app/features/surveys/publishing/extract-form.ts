import { z } from "zod";
import { ticked } from "#app/kernel/ticked.ts";
import { MOST_SAID, MOST_WHO } from "./survey-extract.ts";

const question = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** A word on rows that were made. */
export const agreeForm = z.object({ verb: z.literal("agree") });

/** By which questions rows are kept alike, and which are told of them. */
export const extractForm = z.object({
  verb: z.literal("make"),
  who: ticked(question)
    .refine(({ length }) => length > 0, "survey-tables.extract.who-missing")
    .refine(({ length }) => length <= MOST_WHO, "survey-tables.extract.who-too-many"),
  said: ticked(question)
    .refine(({ length }) => length > 0, "survey-tables.extract.said-missing")
    .refine(({ length }) => length <= MOST_SAID, "survey-tables.extract.said-too-many"),
});
