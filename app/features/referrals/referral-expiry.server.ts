import { isoDayOf } from "#app/kernel/iso-day.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** Throws away what was to be sent, the day after its last. Needs no key, for the day is plain; the record stays. */
export async function deleteExpiredContent(tx: Transaction, now: Date): Promise<number> {
  const { count } = await tx.referral.updateMany({
    where: { expiresOn: { lt: new Date(isoDayOf(now)) } },
    data: { sealedContent: null },
  });
  return count;
}
