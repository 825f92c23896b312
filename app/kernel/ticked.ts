import { z } from "zod";

/** Ticked boxes as a form sends them, nothing, one text or a list, made into a list in which each stands once. */
export function ticked<Item extends z.ZodType>(item: Item, most = Number.POSITIVE_INFINITY) {
  const listed = (value: unknown) => (value === undefined || value === "" ? [] : [...new Set([value].flat())]);
  return z.preprocess(listed, z.array(item).max(most));
}
