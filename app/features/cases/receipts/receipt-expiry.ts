import { daysAfter, weekOf } from "#app/kernel/week.ts";

/** Weeks after which a report that was begun without an account and never sent is deleted. Rows know their week and no day. */
export const UNSENT_KEPT_WEEKS = 8;
/** The same where no words were shown: its session has ended, and nothing opens it any more. */
const UNREACHABLE_KEPT_WEEKS = 1;

/** @returns the Monday before which a receipt must have been begun to be deleted unsent */
export function abandonedBefore(now: Date, hasWords: boolean): Date {
  return daysAfter(weekOf(now), -7 * (hasWords ? UNSENT_KEPT_WEEKS : UNREACHABLE_KEPT_WEEKS));
}
