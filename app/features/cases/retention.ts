import { addDays, type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";

/** Months after the last change at which a case is erased, unless two people set another month. */
export const RETAIN_MONTHS = 60;

/**
 * The first day of the month in which a case is to be erased. A month and no day: the column is plain,
 * and a day would tell when the case was touched.
 */
export function deleteAfterMonth(lastChangedAt: Date, retainMonths = RETAIN_MONTHS): IsoDay {
  const month = new Date(Date.UTC(lastChangedAt.getUTCFullYear(), lastChangedAt.getUTCMonth() + retainMonths + 1, 1));
  return isoDayOf(month);
}

/** How long backups are kept: those of keys, without which nothing opens, and those of everything else. */
const KEYS_KEPT_DAYS = 7;
const CONTENT_KEPT_DAYS = 35;

/** The two days that a page names to whoever erases. */
export interface ErasureDates {
  /** from then on no backup opens text, messages or files */
  readonly unreadableFrom: IsoDay;
  /** from then on no backup holds facets, names or stories */
  readonly goneFrom: IsoDay;
}

export function erasureDates(erasedAt: Date): ErasureDates {
  const day = (days: number) => addDays(isoDayOf(erasedAt), days);
  return { unreadableFrom: day(KEYS_KEPT_DAYS), goneFrom: day(CONTENT_KEPT_DAYS) };
}
