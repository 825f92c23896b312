import { z } from "zod";
import { parseDate } from "#app/kernel/date-with-precision.ts";

/** Cells of a reference file: an empty cell says that the source does not tell. */
export const optionalText = z.string().transform((cell) => cell.trim() || null);

/** A date as the source gives it: a year, a month or a day; empty is null. */
export const dateText = z
  .string()
  .refine((cell) => parseDate(cell) !== null, "no date")
  .transform((cell) => cell.trim() || null);

/** A whole day; empty is null. */
export const dayText = z
  .string()
  .refine((cell) => cell.trim() === "" || parseDate(cell)?.precision === "day", "no day")
  .transform((cell) => cell.trim() || null);
