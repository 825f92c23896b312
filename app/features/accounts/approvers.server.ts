import { isGenuineHat } from "#app/access/genuine.server.ts";
import type { Role } from "#app/access/roles.ts";
import { listApprovers } from "#app/features/audit/approvals.server.ts";
import { approvalHash } from "#app/platform/crypto/hash.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

export interface Approver {
  readonly userId: string;
  readonly role: Role;
}

/** What a person approves: a subject and exactly these words about it. */
export function approvedText(subject: string, text: string) {
  return { subject, textHash: approvalHash(subject, text) };
}

/** Who approved exactly this text, with the roles they have today: whoever has lost a role has lost their word. */
export async function approversOf(tx: Transaction, subject: string, text: string): Promise<readonly Approver[]> {
  const userIds = await listApprovers(tx, approvedText(subject, text));
  const hats = await tx.hat.findMany({ where: { userId: { in: userIds } } });
  return hats.filter(isGenuineHat).map(({ userId, role }) => ({ userId, role: role as Role }));
}
