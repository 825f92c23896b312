import type { CaseStatus, Outcome } from "#app/features/taxonomy/codes.ts";
import { type DateWithPrecision, earliestDay, latestDay } from "#app/kernel/date-with-precision.ts";
import { daysBetween, type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";

/** Outcomes in which the matter is settled for whoever reported it; the others are open, lost or not known. */
const SETTLED: readonly Outcome[] = ["reversed", "worked_around", "moved_elsewhere", "won", "licence_granted"];

export const isSettled = (outcome: Outcome | null): boolean => outcome !== null && SETTLED.includes(outcome);

/** How a case ended, as far as anybody has said. */
export interface CaseEnding {
  readonly outcome: Outcome | null;
  readonly outcomeOn: DateWithPrecision | null;
  readonly status: CaseStatus;
  /** ISO instant of the last step to `resolved`; null where there was none */
  readonly resolvedAt: string | null;
}

/**
 * Since when the matter counts as resolved: the date that was given with a settled outcome, else the day on which the
 * case was marked as resolved. Null while it is neither.
 */
export function resolvedOn({ outcome, outcomeOn, status, resolvedAt }: CaseEnding): DateWithPrecision | null {
  const isMarked = status === "resolved";
  if (!isSettled(outcome) && !isMarked) return null;
  if (isSettled(outcome) && outcomeOn && outcomeOn.date !== null) return outcomeOn;
  return isMarked && resolvedAt ? { date: isoDayOf(new Date(resolvedAt)), precision: "day" } : null;
}

/** From the arrival of a report to its resolution, as exactly as the dates allow. */
export type TimeToResolution =
  | { readonly kind: "before" }
  | { readonly kind: "days" | "months"; readonly least: number; readonly most: number };

/** Longer than this, people count in months. */
const DAYS_AT_MOST = 60;
const MONTH_DAYS = 30.44;

/**
 * @param receivedAt ISO instant
 * @param today bounds a date without an end ("in March or later")
 * @returns null while nothing is resolved; `before` where it was settled before the report came
 */
export function timeToResolution(receivedAt: string, ending: CaseEnding, today: IsoDay): TimeToResolution | null {
  const resolved = resolvedOn(ending);
  const received = isoDayOf(new Date(receivedAt));
  const last = resolved && latestDay(resolved, today);
  if (!resolved || last === null) return null;
  if (last < received) return { kind: "before" };
  const first = earliestDay(resolved) ?? received;
  const least = Math.max(0, daysBetween(received, first));
  const most = Math.max(least, daysBetween(received, last));
  if (most <= DAYS_AT_MOST) return { kind: "days", least, most };
  return { kind: "months", least: Math.round(least / MONTH_DAYS), most: Math.round(most / MONTH_DAYS) };
}
