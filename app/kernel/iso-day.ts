/** A calendar day, `YYYY-MM-DD`. Days are UTC days, so that none tells where somebody sits. */
export type IsoDay = string;

const DAY_MS = 86_400_000;

const startOf = (day: IsoDay): number => Date.parse(`${day}T00:00:00Z`);

/** Whether the text is a day that exists in the calendar. */
export function isIsoDay(text: string): text is IsoDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const start = startOf(text);
  // Some days that no month has are read as days of the next one.
  return !Number.isNaN(start) && isoDayOf(new Date(start)) === text;
}

/** The calendar day of an instant. */
export function isoDayOf(instant: Date): IsoDay {
  return instant.toISOString().slice(0, 10);
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return isoDayOf(new Date(startOf(day) + days * DAY_MS));
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((startOf(to) - startOf(from)) / DAY_MS);
}
