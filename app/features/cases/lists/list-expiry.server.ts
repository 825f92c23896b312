import { dayOf } from "#app/kernel/week.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** Deletes the lists that nobody came back for. Needs no key, for the day is plain. */
export async function deleteStaleLists(tx: Transaction, now: Date): Promise<void> {
  await tx.caseList.deleteMany({ where: { expiresOn: { lt: dayOf(now) } } });
}
