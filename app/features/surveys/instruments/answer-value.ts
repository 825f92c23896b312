import { z } from "zod";
import { codeSchema } from "./names.ts";

const record = <Value extends z.ZodType>(value: Value) => z.record(codeSchema, value).readonly();

/** "Prefer not to say" is an answer of its own: neither empty nor any of the options. */
const declinedSchema = z.strictObject({ declined: z.literal(true) }).readonly();
const placesSchema = z
  .strictObject({ regions: z.array(codeSchema).readonly(), countries: z.array(codeSchema).readonly() })
  .readonly();

export const valueSchema = z.union([
  z.string(),
  z.number().finite(),
  z.array(codeSchema).readonly(),
  declinedSchema,
  placesSchema,
  record(z.union([z.string(), z.number().finite()])),
]);

export interface Places {
  readonly regions: readonly string[];
  readonly countries: readonly string[];
}
export type ByRow = Readonly<Record<string, string | number>>;
export type Value = z.infer<typeof valueSchema>;

/** Answers by the name of their question. What was not answered is not there. */
export type Answers = Readonly<Record<string, Value>>;

export const DECLINED = { declined: true } as const;

type Keyed = Exclude<Value, string | number | readonly string[]>;
const isKeyed = (value: Value | undefined): value is Keyed => typeof value === "object" && !Array.isArray(value);

export const isDeclined = (value: Value | undefined): boolean => isKeyed(value) && "declined" in value;

/** The codes that were chosen, in their order; of places the regions. */
export function codesIn(value: Value | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value;
  return isPlaces(value) ? value.regions : [];
}

/** Told from an answer by rows by its list of regions: the codes of rows have texts and numbers only. */
export function isPlaces(value: Value | undefined): value is Places {
  return isKeyed(value) && "regions" in value && Array.isArray(value.regions);
}

/** What was said of each row; null for an answer without rows. */
export function rowsIn(value: Value | undefined): ByRow | null {
  return isKeyed(value) && !isDeclined(value) && !isPlaces(value) ? (value as ByRow) : null;
}
