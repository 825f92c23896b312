import { type IsoDay, isIsoDay } from "./iso-day.ts";

/**
 * Dates as people and press reports give them: sometimes a day, more often a month or a year.
 * The text keeps only what is known ("2025-02"), the precision says how to read it.
 */
export const DATE_PRECISIONS = [
  "day",
  "month",
  "month_uncertain",
  "year",
  "year_uncertain",
  "after_or_in",
  "before_report",
  "unknown",
] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** In a form: no precision was chosen, the date is as precise as it was written. Never kept. */
export const AS_WRITTEN = "as_written";

export interface DateWithPrecision {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where nothing is known. */
  readonly date: string | null;
  readonly precision: DatePrecision;
}

export const UNKNOWN_DATE: DateWithPrecision = { date: null, precision: "unknown" };

type Form = "day" | "month" | "year" | "none";

const FORMS: Record<DatePrecision, readonly Form[]> = {
  day: ["day"],
  month: ["month"],
  month_uncertain: ["month"],
  year: ["year"],
  year_uncertain: ["year"],
  after_or_in: ["day", "month", "year"],
  before_report: ["day", "month", "year", "none"],
  unknown: ["none"],
};

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function formOf(date: string | null): Form | null {
  if (date === null) return "none";
  const [, year, month, day] = ISO.exec(date) ?? [];
  if (!year) return null;
  if (!month) return "year";
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!day) return "month";
  return isIsoDay(date) ? "day" : null;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const pad = (value: number) => String(value).padStart(2, "0");

/** @returns the date, or null where text and precision do not fit ("2025-02" is no day) or the day does not exist. */
export function dateWithPrecision(date: string | null, precision: DatePrecision): DateWithPrecision | null {
  const form = formOf(date);
  return form && FORMS[precision].includes(form) ? { date, precision } : null;
}

/** Reads "2025", "2025-02" or "2025-02-03" with the precision its form tells; an empty text is an unknown date. */
export function parseDate(text: string): DateWithPrecision | null {
  const date = text.trim();
  const form = date === "" ? "none" : formOf(date);
  if (form === null) return null;
  return form === "none" ? UNKNOWN_DATE : { date, precision: form };
}

/** @returns the first day the event can have happened; null where nothing bounds it. */
export function earliestDay({ date, precision }: DateWithPrecision): IsoDay | null {
  if (date === null || precision === "before_report") return null;
  return firstDay(date);
}

/**
 * @param reportedOn  the day the report was made, which bounds open ends; null where not known
 * @returns the last day the event can have happened; null where nothing bounds it
 */
export function latestDay({ date, precision }: DateWithPrecision, reportedOn: IsoDay | null = null): IsoDay | null {
  if (precision === "before_report") return date === null ? reportedOn : lastDay(date);
  if (date === null || precision === "after_or_in") return reportedOn;
  return lastDay(date);
}

function firstDay(date: string): IsoDay {
  return (date + "-01-01".slice(date.length - 4)).slice(0, 10);
}

function lastDay(date: string): IsoDay {
  const [year, month, day] = date.split("-").map(Number) as [number, number?, number?];
  if (day) return date;
  const last = month ?? 12;
  return `${date.slice(0, 4)}-${pad(last)}-${pad(daysInMonth(year, last))}`;
}

/** Orders by the earliest, then the latest possible day; dates without any bound come last. Negative: `a` first. */
export function compareDates(a: DateWithPrecision, b: DateWithPrecision): number {
  return order(earliestDay(a) ?? latestDay(a), earliestDay(b) ?? latestDay(b)) || order(latestDay(a), latestDay(b));
}

function order(a: IsoDay | null, b: IsoDay | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
