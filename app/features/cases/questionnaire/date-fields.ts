import {
  AS_WRITTEN,
  DATE_PRECISIONS,
  type DatePrecision,
  type DateWithPrecision,
  dateWithPrecision,
  parseDate,
  UNKNOWN_DATE,
} from "#app/kernel/date-with-precision.ts";
import { isIsoDay } from "#app/kernel/iso-day.ts";
import { latinDigits } from "#app/kernel/latin-digits.ts";

/** Dates as forms hold them, in three inputs: what was typed, read as a date, and a date written back. */

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

/** Nobody has said how sure the date is: it is what stands in the inputs. */
export const isWithoutPrecision = (fields: FormFields, name: string): boolean =>
  fields[`${name}Precision`] === AS_WRITTEN;

/** The precision that was chosen; a day where none was, or none that exists. */
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
