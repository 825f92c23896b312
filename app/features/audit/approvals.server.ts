import { weekOf } from "#app/kernel/week.ts";
import { now } from "#app/platform/clock.server.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";

export interface Approved {
  /** what was approved, such as `grant/<id>` */
  readonly subject: string;
  /** of exactly the words that were approved */
  readonly textHash: Uint8Array<ArrayBuffer>;
}

/** A person's approval of one exact text. @returns false where the same person had given it already */
export async function insertApproval(tx: Transaction, userId: string, approved: Approved): Promise<boolean> {
  const data = { ...approved, id: approvalId(userId, approved), userId, week: weekOf(now()) };
  return (await tx.approval.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Everybody who approved exactly this text, by user id. A row that was put in by hand does not fit its id, and is nobody's word. */
export async function listApprovers(tx: Transaction, approved: Approved): Promise<string[]> {
  const rows = await tx.approval.findMany({ where: { ...approved } });
  return rows.filter(({ id, userId }) => id === approvalId(userId, approved)).map(({ userId }) => userId);
}

function approvalId(userId: string, { subject, textHash }: Approved): string {
  return vouchingId(directoryKey(), "approval", userId, subject, base64UrlOf(textHash));
}
