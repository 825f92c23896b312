import { publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import type { Json } from "#app/kernel/json.ts";
import { dayOf } from "#app/kernel/week.ts";
import { chainHash } from "#app/platform/crypto/hash.server.ts";
import { sealWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertRows } from "#app/platform/db/insert-rows.server.ts";
import { type AuditAction, classOf } from "./audit-action.ts";
import { padded } from "./padded-json.ts";

/** What the hash of the first entry follows. */
export const GENESIS = new Uint8Array(32);

/** Any number, as long as nothing else in the database locks by it. */
const CHAIN_LOCK = 1_203_14203;

export interface AuditDetails {
  readonly action: AuditAction;
  readonly by: string;
  readonly subjectId?: string;
  readonly sealed?: Json;
}

/**
 * Appends entries to the chain, in the transaction they record. Appenders queue at one lock until they commit, so it
 * is taken last. Details are sealed to the audit key: writing them needs no key, reading them a guardian.
 */
export async function appendToChain(tx: Transaction, entries: readonly AuditDetails[], at: Date): Promise<void> {
  if (entries.length === 0) return;
  const audit = await publicKeyOf(tx, "audit");
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const head = await tx.auditEntry.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  let seq = head?.seq ?? 0n;
  let hash: Uint8Array = head?.hash ?? GENESIS;
  const day = dayOf(at);
  const data = entries.map((details) => {
    seq += 1n;
    const context = auditContext(seq, audit.version);
    const sealed = sealWrap(audit.publicKey, context, padded(details as unknown as Json));
    const noun = classOf(details.action);
    const next = chainHash(hash, seq, day, noun, sealed);
    hash = next;
    return { seq, day, class: noun, sealed, hash: next };
  });
  await insertRows(tx, "audit_entries", data);
}

/** Binds an entry's details to its place in the chain. */
export function auditContext(seq: bigint, keyVersion: number) {
  return {
    kind: "audit",
    objectId: String(seq),
    objectVersion: 1,
    recipient: "audit",
    recipientVersion: keyVersion,
  };
}
