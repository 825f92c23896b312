import { z } from "zod";
import { SHORT_TEXT_MAX } from "#app/features/cases/case-report.ts";
import { isCountryCode } from "#app/features/registers/regional-groups.ts";
import { latinDigits } from "#app/kernel/latin-digits.ts";

/** Parts from which the forms of a report are made. What arrives is a native form post; what goes out is an answer. */

const text = z.string().optional();
const trimmed = (value: string | undefined) => value?.trim() ?? "";

/** One of several codes, as radio buttons. */
export function oneOf<const Codes extends readonly string[]>(codes: Codes, required: string) {
  return z.enum(codes, { error: required });
}

/** One of several codes, or nothing. */
export function oneOrNone<const Codes extends readonly string[]>(codes: Codes) {
  return z.preprocess((value) => (value === "" || value === undefined ? null : value), z.enum(codes).nullable());
}

/** Any number of codes, as checkboxes: a form sends nothing, one text, or a list. */
export function manyOf<const Codes extends readonly string[]>(codes: Codes, unknown = "report.choice.unknown") {
  const asList = (value: unknown) => (value === undefined || value === "" ? [] : [value].flat());
  const unique = (chosen: Codes[number][]) => [...new Set(chosen)];
  return z.preprocess(asList, z.array(z.enum(codes, { error: unknown }))).transform(unique);
}

/** A short text; empty is null. */
export function shortText() {
  return text
    .transform((value) => trimmed(value) || null)
    .pipe(z.string().max(SHORT_TEXT_MAX, "report.text.too-long").nullable());
}

export function requiredShortText(required: string) {
  return text.transform(trimmed).pipe(z.string().min(1, required).max(SHORT_TEXT_MAX, "report.text.too-long"));
}

/** A country of the list; empty is null. */
export function countryOrNone() {
  return text
    .transform((value) => trimmed(value) || null)
    .pipe(z.string().refine(isCountryCode, "report.country.unknown").nullable());
}

/** A whole number in Latin or Arabic digits; empty is null. */
export function countOrNone(max: number) {
  return text.transform((value, context) => {
    const typed = latinDigits(trimmed(value)).replace(/[\s.,\u00a0\u202f\u066c]/g, "");
    if (typed === "") return null;
    const count = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
    if (count <= max) return count;
    context.addIssue({
      code: "custom",
      message: Number.isNaN(count) ? "report.number.invalid" : "report.number.too-large",
    });
    return z.NEVER;
  });
}
