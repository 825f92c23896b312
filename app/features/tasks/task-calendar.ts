import { addDays, type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";

/** One sheet of a calendar: whole weeks, Monday first, the days around the month included. */
export interface MonthSheet {
  /** `YYYY-MM` */
  readonly month: string;
  readonly weeks: readonly (readonly IsoDay[])[];
}

const WEEK_DAYS = 7;

/** @param offset months from the month of `today`; 0 is this one */
export function monthSheet(today: IsoDay, offset: number): MonthSheet {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const first = isoDayOf(new Date(Date.UTC(year, month - 1 + offset, 1)));
  const last = isoDayOf(new Date(Date.UTC(year, month + offset, 0)));
  const weeks: IsoDay[][] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, WEEK_DAYS))
    weeks.push(Array.from({ length: WEEK_DAYS }, (_, day) => addDays(monday, day)));
  return { month: first.slice(0, 7), weeks };
}

function mondayOf(day: IsoDay): IsoDay {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % WEEK_DAYS));
}

/** The months that can be looked at: the address names one by its distance, which says nothing of any case. */
export const FURTHEST_MONTHS = 24;

export function monthOffsetIn(query: URLSearchParams): number {
  const asked = Number(query.get("page") ?? 0);
  return Number.isInteger(asked) && Math.abs(asked) <= FURTHEST_MONTHS ? asked : 0;
}
