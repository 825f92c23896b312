import { addDays, type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";

/** Days of the week on which a team works, as `Date.getUTCDay` counts them: 0 is Sunday. */
export type WorkingWeek = readonly number[];

export const MONDAY_TO_FRIDAY: WorkingWeek = [1, 2, 3, 4, 5];

export function isWorkingDay(day: IsoDay, week: WorkingWeek): boolean {
  return week.includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/**
 * The last minute of the n-th working day after an instant. The day of receipt does not count, whatever the hour.
 * Public holidays count as working days: teams span countries, and a date that comes early harms nobody.
 * Days are UTC days, so that a due date tells nothing about where a team sits.
 * @throws RangeError for an empty week, which would never end
 */
export function endOfWorkingDay(from: Date, count: number, week: WorkingWeek = MONDAY_TO_FRIDAY): Date {
  if (week.length === 0) throw new RangeError("a working week needs a day");
  let day = isoDayOf(from);
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, week)) left -= 1;
  }
  return new Date(`${day}T23:59:00Z`);
}
