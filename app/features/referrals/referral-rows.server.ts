import type { ReferralId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { KeptReferral, ReferralContent, ReferralRecord } from "./referral.ts";
import { contentSeal, recordSeal } from "./referral-seals.server.ts";

/** Named, because a reporter may not read the team's part. */
const SHARED = { id: true, version: true, sealedRecord: true, sealedContent: true } as const;

interface SharedRow {
  readonly id: string;
  readonly version: number;
  readonly sealedRecord: Uint8Array;
  readonly sealedContent: Uint8Array | null;
}

/**
 * Held until the transaction ends. Taking out and taking back an agreement at one moment come one after the other, so that
 * nothing leaves whose agreement has just gone, and nothing that left escapes being asked back.
 */
export async function lockReferrals(tx: Transaction, caseId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`thaw.referrals.${caseId}`}))::text`;
}

/** The referrals of a case, latest first. */
export async function openReferrals(tx: Transaction, caseId: string, caseKey: Secret): Promise<KeptReferral[]> {
  const rows = await tx.referral.findMany({ where: { caseId }, select: SHARED });
  return rows
    .map((row) => opened(row, caseKey))
    .sort((a, b) => b.madeOn.localeCompare(a.madeOn) || a.id.localeCompare(b.id));
}

export async function findReferral(
  tx: Transaction,
  caseId: string,
  id: string,
  caseKey: Secret,
): Promise<KeptReferral | null> {
  const row = await tx.referral.findUnique({ where: { id, caseId }, select: SHARED });
  return row && opened(row, caseKey);
}

function opened({ id, version, sealedRecord, sealedContent }: SharedRow, caseKey: Secret): KeptReferral {
  const content = sealedContent && contentSeal.open(caseKey, id, sealedContent);
  return { id: id as ReferralId, version, ...recordSeal.open(caseKey, id, sealedRecord), content };
}

/** The record alone, as it is sealed. */
export function recordOf({ id: _, version: __, content: ___, ...record }: KeptReferral): ReferralRecord {
  return record;
}

export interface Rewritten {
  readonly record: ReferralRecord;
  /** null throws it away; left out it stays as it is */
  readonly content?: ReferralContent | null;
}

/** @returns whether the row was still as it was read: of two people who do something at once one is told so */
export async function rewriteReferral(
  tx: Transaction,
  { id, version }: Pick<KeptReferral, "id" | "version">,
  caseKey: Secret,
  { record, content }: Rewritten,
): Promise<boolean> {
  const { count } = await tx.referral.updateMany({
    where: { id, version },
    data: {
      version: version + 1,
      sealedRecord: recordSeal.seal(caseKey, id, record),
      ...(content !== undefined && { sealedContent: content && contentSeal.seal(caseKey, id, content) }),
    },
  });
  return count === 1;
}
