import type { IsoDay } from "#app/kernel/date-with-precision.ts";

/** Months after the last change at which a case is erased, unless two people set another month. */
export const RETAIN_MONTHS = 60;

/**
 * The first day of the month in which a case is to be erased. A month and no day: the column is plain,
 * and a day would tell when the case was touched.
 */
export function deleteAfterMonth(lastChangedAt: Date, retainMonths = RETAIN_MONTHS): IsoDay {
  const month = new Date(Date.UTC(lastChangedAt.getUTCFullYear(), lastChangedAt.getUTCMonth() + retainMonths + 1, 1));
  return month.toISOString().slice(0, 10);
}

/** Whether the month has come. */
export function isDueForErasure(month: IsoDay, now: Date): boolean {
  return month <= now.toISOString().slice(0, 10);
}
