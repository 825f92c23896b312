import { z } from "zod";
import { optionalText } from "./register-row.ts";

/** A figure of another study, printed beside ours with the caution that the samples differ in kind. */
export const surveyBenchmarkSchema = z.object({
  study: z.string().min(1),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
  sample_size: optionalText.transform((cell) => (cell === null ? null : Number(cell))),
  measure: z.string().min(1),
  /** as printed in the study: "37", or ">33" where only a bound is published */
  value: z.string().regex(/^>?\d+(\.\d+)?$/),
  unit: z.string().min(1),
  base: optionalText,
  code: z.string().min(1),
  source: optionalText,
  note: optionalText,
});
export type SurveyBenchmark = z.infer<typeof surveyBenchmarkSchema>;
