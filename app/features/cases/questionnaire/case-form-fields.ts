import { z } from "zod";
import { SHORT_TEXT_MAX } from "#app/features/cases/case-report.ts";
import { isCountryCode } from "#app/features/registers/regional-groups.ts";
import {
  DATE_PRECISIONS,
  type DatePrecision,
  type DateWithPrecision,
  dateWithPrecision,
  parseDate,
  UNKNOWN_DATE,
} from "#app/kernel/date-with-precision.ts";
import { isIsoDay } from "#app/kernel/iso-day.ts";

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

export type FormFields = Readonly<Record<string, unknown>>;

type DateParts = Readonly<Record<"day" | "month" | "year", string>>;

/** The three inputs of a date: `startedOnDay`, `startedOnMonth`, `startedOnYear`. */
export function datePartsOf(fields: FormFields, name: string): DateParts {
  const part = (key: string) => {
    const value = fields[name + key];
    return typeof value === "string" ? latinDigits(value.trim()) : "";
  };
  return { day: part("Day"), month: part("Month"), year: part("Year") };
}

/** What a reporter can say of a date besides the date itself, in the order in which it is offered. */
export const REPORTER_PRECISIONS = ["day", "month", "month_uncertain", "year", "year_uncertain", "unknown"] as const;

export function precisionOf(fields: FormFields, name: string): DatePrecision {
  const chosen = fields[`${name}Precision`];
  return DATE_PRECISIONS.find((precision) => precision === chosen) ?? "day";
}

export const isBlank = ({ day, month, year }: DateParts): boolean => !day && !month && !year;

/** The text `YYYY[-MM[-DD]]` of three inputs, of which day, or day and month, may be empty; null where they make no date. */
export function isoTextOf({ day, month, year }: DateParts): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{0,2}$/.test(month) || !/^\d{0,2}$/.test(day)) return null;
  if (!month) return day ? null : year;
  const padded = [month, day].filter(Boolean).map((part) => part.padStart(2, "0"));
  return [year, ...padded].join("-");
}

/**
 * A past date as far as it is known; null where it is no date. Where parts and precision disagree the parts count:
 * somebody who leaves the day empty and the precision as it was knows the month.
 */
export function pastDateOf(parts: DateParts, precision: DatePrecision): DateWithPrecision | null {
  if (isBlank(parts)) return precision === "before_report" ? { date: null, precision } : UNKNOWN_DATE;
  const date = isoTextOf(parts);
  if (date === null) return null;
  const asChosen = dateWithPrecision(date, precision);
  if (asChosen !== null) return asChosen;
  const read = parseDate(date);
  const isGuess = precision.endsWith("_uncertain") && (read?.precision === "month" || read?.precision === "year");
  return isGuess ? dateWithPrecision(date, `${read.precision}_uncertain` as DatePrecision) : read;
}

/** A whole day, for a deadline. Undefined: left empty. Null: no day of the calendar. */
export function dayOf(parts: DateParts): string | null | undefined {
  if (isBlank(parts)) return undefined;
  const day = isoTextOf(parts);
  return day !== null && isIsoDay(day) ? day : null;
}

/** The inputs that show a stored date again. */
export function partsOfDate(name: string, date: string | null): Readonly<Record<string, string>> {
  const [year = "", month = "", day = ""] = date?.split("-") ?? [];
  return { [`${name}Day`]: day, [`${name}Month`]: month, [`${name}Year`]: year };
}

function latinDigits(value: string): string {
  return value.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
