import { dayOf } from "#app/kernel/week.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { abandonedBefore } from "./receipt-expiry.ts";

const HOUR = 3_600_000;

/**
 * Deletes sessions, kept answers, unredeemed invitations, lists on their way out and reports without an account that nobody
 * sent, when their time is over. Needs no key.
 */
export async function deleteExpired(tx: Transaction, now: Date): Promise<void> {
  const expiresHour = { lt: Math.floor(now.getTime() / HOUR) };
  await tx.session.deleteMany({ where: { expiresHour } });
  await tx.submission.deleteMany({ where: { expiresHour } });
  await tx.invitation.deleteMany({ where: { state: { in: ["open", "proposed"] }, expiresOn: { lt: dayOf(now) } } });
  await tx.caseList.deleteMany({ where: { expiresOn: { lt: dayOf(now) } } });
  await deleteAbandonedReceipts(tx, now);
}

/** Row-level security shows this job the receipts whose report was not sent, and no others. */
async function deleteAbandonedReceipts(tx: Transaction, now: Date): Promise<void> {
  const unreachable = { lookupId: null, week: { lt: abandonedBefore(now, false) } };
  const unsent = { week: { lt: abandonedBefore(now, true) } };
  const rows = await tx.receipt.findMany({ where: { OR: [unreachable, unsent] }, select: { id: true } });
  const id = { in: rows.map((row) => row.id) };
  await tx.receipt.deleteMany({ where: { id } });
  await tx.caseDraft.deleteMany({ where: { id, organisationId: null } });
}
