import { z } from "zod";
import { name } from "./names.ts";

/** Percentages of one table in another: the part has the dimensions and filters of the whole, and more. */
export const shareTable = z.strictObject({ id: name, measure: z.literal("share"), part: name, whole: name });

/** In which band the median, or a quartile, of what organisations put into each cell of a table lies. */
export const medianTable = z.strictObject({
  id: name,
  measure: z.literal("medianBand"),
  of: z.string().min(1),
  /** the table of numbers that is printed for the same cells */
  beside: name,
  /** ends of the bands, upwards; the first begins at zero and the last has no end */
  cuts: z.array(z.number().positive()).min(1).max(50),
  quantile: z.union([z.literal(0.25), z.literal(0.5), z.literal(0.75)]).default(0.5),
});

export type ShareSpec = z.infer<typeof shareTable>;
export type MedianSpec = z.infer<typeof medianTable>;
export interface DerivedSpec {
  readonly shares: readonly ShareSpec[];
  readonly medians: readonly MedianSpec[];
}
