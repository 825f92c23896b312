import { z } from "zod";
import { dateText, optionalText } from "./register-row.ts";

/**
 * The codes of the register of measures as it was first published. The place is the number in sealed facets:
 * add at the end only. A measure that intake adds later and that is not here yet counts as `none_or_unknown`.
 */
export const MEASURE_CODES = [
  "us_eo_14203",
  "us_eo_14203_d01",
  "us_eo_14203_d02",
  "us_ct_addameer",
  "us_reg_528",
  "us_eo_14203_d03",
  "us_eo_14203_d04",
  "us_eo_14203_d05",
  "us_eo_14203_d06",
  "us_eo_13928",
  "us_bill_icc",
  "ru_criminal_case",
  "us_ct_listing",
  "us_country_programme",
  "us_dpa_hsbc_2012",
  "un_country_programme",
  "national_ct_law",
  "none_or_unknown",
] as const;
export type MeasureCode = (typeof MEASURE_CODES)[number];

export const measureSchema = z.object({
  code: z.string().regex(/^[a-z0-9_]{1,40}$/),
  label: z.string().min(1),
  date: dateText,
  issued_by: optionalText,
  legal_instrument: optionalText,
  targets: optionalText,
  note: optionalText,
  source: optionalText,
  confidence: optionalText,
});
export type Measure = z.infer<typeof measureSchema>;

export function isMeasureCode(text: string): text is MeasureCode {
  return (MEASURE_CODES as readonly string[]).includes(text);
}

/** @returns the number from 1 for sealed facets; an unknown code has that of `none_or_unknown`. */
export function measureNumber(code: string): number {
  return MEASURE_CODES.indexOf(isMeasureCode(code) ? code : "none_or_unknown") + 1;
}

export function measureAt(number: number): MeasureCode | null {
  return MEASURE_CODES[number - 1] ?? null;
}
