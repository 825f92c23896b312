import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { abandonedBefore } from "./receipt-expiry.ts";

/**
 * Deletes reports without an account that nobody sent in time, with their receipts. Needs no key; row-level security shows the job
 * the receipts whose report was not sent, and no others.
 */
export async function deleteAbandonedReceipts(tx: Transaction, now: Date): Promise<void> {
  const unreachable = { lookupId: null, week: { lt: abandonedBefore(now, false) } };
  const unsent = { week: { lt: abandonedBefore(now, true) } };
  const rows = await tx.receipt.findMany({ where: { OR: [unreachable, unsent] }, select: { id: true } });
  const id = { in: rows.map((row) => row.id) };
  await tx.receipt.deleteMany({ where: { id } });
  await tx.caseDraft.deleteMany({ where: { id, organisationId: null } });
}
