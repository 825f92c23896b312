import { z } from "zod";
import { nameSchema } from "#app/features/surveys/instruments/names.ts";
import { idParam } from "#app/kernel/id-param.ts";
import { CODING_LISTS } from "./coding.ts";

/** A question whose texts are coded. */
export const textParams = z.object({ waveId: idParam<"wave">(), question: nameSchema });

export const listForm = z.object({ list: z.enum(CODING_LISTS, "survey-coding.list.required") });

/** The browser sends one ticked card as a text, several as a list, and none not at all. */
const codes = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((all) => [...new Set(all)])
  .pipe(z.array(z.string().max(60)).max(60));

/** Codes of one text, or the word that none of them fits: forgetting to tick is no judgement. */
export const codesForm = z
  .object({
    mark: z.string().regex(/^[0-9a-f]{32}$/),
    codes,
    none: z.literal("yes").optional(),
  })
  .refine(({ codes: given, none }) => given.length > 0 || none === "yes", {
    path: ["codes"],
    error: "survey-coding.codes.required",
  })
  .refine(({ codes: given, none }) => given.length === 0 || none !== "yes", {
    path: ["none"],
    error: "survey-coding.codes.none-and-some",
  })
  .transform(({ mark, codes: given }) => ({ mark, codes: given }));
export type CodesForm = z.infer<typeof codesForm>;
