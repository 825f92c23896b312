import type { DurationBand } from "#app/features/taxonomy/codes.ts";

/** Notice before a closure or a block, as the survey asks for it. */
export const NOTICE_BANDS = ["no_notice", "lt_14d", "14d_29d", "30d_59d", "gte_60d"] as const;
export type NoticeBand = (typeof NOTICE_BANDS)[number];

/** From how many days on, the longest first. */
const NOTICE_STARTS: readonly (readonly [days: number, band: NoticeBand])[] = [
  [60, "gte_60d"],
  [30, "30d_59d"],
  [14, "14d_29d"],
  [1, "lt_14d"],
  [0, "no_notice"],
];

/** Three months are a quarter of a year: ninety-one days. */
const DURATION_STARTS: readonly (readonly [days: number, band: DurationBand])[] = [
  [366, "gt_12m"],
  [183, "6m_12m"],
  [91, "3m_6m"],
  [28, "1m_3m"],
  [7, "1w_4w"],
  [0, "lt_1w"],
];

/** Ends of the bands of a duration, in days, upwards. */
export const DURATION_CUTS: readonly number[] = DURATION_STARTS.map(([days]) => days)
  .filter((days) => days > 0)
  .reverse();

/** Ends of the bands of working days: a week, a month, a quarter and a year of one person's work, upwards. */
export const STAFF_DAY_CUTS: readonly number[] = [5, 20, 60, 220];

export const noticeBand = (days: number): NoticeBand =>
  NOTICE_STARTS.find(([start]) => days >= start)?.[1] ?? "no_notice";

/** What still goes on has no length yet, however long it has been. @returns null where nothing is known */
export function durationBand(days: number | null, isOngoing: boolean): DurationBand | null {
  if (isOngoing) return "ongoing";
  return days === null ? null : (DURATION_STARTS.find(([start]) => days >= start)?.[1] ?? "lt_1w");
}
