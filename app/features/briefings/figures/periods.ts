/** Years before this one share a row. The Court's first sanctions are of 2020. */
const FIRST_YEAR = 2020;
const EARLIER = `before_${FIRST_YEAR}`;
/** Where only the year is known. */
const NO_QUARTER = "Q0";

export const periodYears = (lastYear: number): string[] => [EARLIER, ...years(lastYear).map(String)];

/** Quarters of every year, and for each year those who know no more than it. */
export function periodQuarters(lastYear: number): string[] {
  const quarters = ["Q1", "Q2", "Q3", "Q4", NO_QUARTER];
  return [EARLIER, ...years(lastYear).flatMap((year) => quarters.map((quarter) => `${year}-${quarter}`))];
}

export const yearOfQuarter = (code: string): string => (code === EARLIER ? EARLIER : code.slice(0, 4));

const years = (lastYear: number): number[] =>
  Array.from({ length: Math.max(0, lastYear - FIRST_YEAR + 1) }, (_, place) => FIRST_YEAR + place);

/**
 * The quarter in which something began, as far as that is known.
 * @param day  days since 1970; null where nothing is known
 */
export function quarterOf(day: number | null, isMonthKnown: boolean): string | null {
  if (day === null) return null;
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear();
  if (year < FIRST_YEAR) return EARLIER;
  return `${year}-${isMonthKnown ? `Q${Math.floor(date.getUTCMonth() / 3) + 1}` : NO_QUARTER}`;
}

/** A code in parts, for its label. */
export function periodParts(code: string): { readonly year: string; readonly quarter: string } {
  if (code === EARLIER) return { year: String(FIRST_YEAR), quarter: "before" };
  const [year = "", quarter = "none"] = code.split("-");
  return { year, quarter: quarter === NO_QUARTER ? "unknown" : quarter };
}

/** @returns the middle of a period in years, such as 2025.5 or 2025.125; null where it has no place in time */
export function placeOfPeriod(code: string): number | null {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(code) ?? [];
  if (!year) return null;
  return Number(year) + (quarter ? (Number(quarter) - 0.5) / 4 : 0.5);
}

/** @param day  ISO day @returns in years */
export function placeOfDay(day: string): number {
  const year = Number(day.slice(0, 4));
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.parse(day) - start) / (end - start);
}

/** A day on which a measure came. */
export interface MeasureDay {
  readonly code: string;
  /** ISO day */
  readonly day: string;
}
