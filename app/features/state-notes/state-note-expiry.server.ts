import { isoDayOf } from "#app/kernel/iso-day.ts";
import { daysAfter } from "#app/kernel/week.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** For how long a team still sees to whom what left, after its last day. Each case keeps its own record as long as it is there. */
const KEPT_DAYS = 365;

/** Throws away what was to be sent the day after its last, and a year later the record. Needs no key, for the day is plain. */
export async function sweepStateNotes(tx: Transaction, now: Date): Promise<void> {
  const today = new Date(isoDayOf(now));
  await tx.stateNote.updateMany({ where: { expiresOn: { lt: today } }, data: { sealedContent: null } });
  await tx.stateNote.deleteMany({ where: { expiresOn: { lt: daysAfter(today, -KEPT_DAYS) } } });
}
