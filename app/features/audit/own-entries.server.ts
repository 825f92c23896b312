import type { Actor } from "#app/access/actor.ts";
import type { RecipientKey } from "#app/features/keyring/object-keys.server.ts";
import { userRecipient } from "#app/features/keyring/user-keys.server.ts";
import type { Recipient } from "#app/features/keyring/wrap-context.ts";
import type { Json } from "#app/kernel/json.ts";
import { textOf } from "#app/platform/crypto/bytes.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { openWrap, sealWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertRows } from "#app/platform/db/insert-rows.server.ts";
import type { AuditAction } from "./audit-action.ts";
import { type AuditDetails, appendToChain } from "./audit-chain.server.ts";
import { padded } from "./padded-json.ts";

export interface OwnEntry {
  readonly action: AuditAction;
  readonly at: string;
}

/** "My own entries": one line for the person who acted, which only that person can open. */
export async function writeOwnEntry(
  tx: Transaction,
  person: RecipientKey,
  action: AuditAction,
  at: Date,
): Promise<void> {
  const id = newId();
  const entry: OwnEntry = { action, at: at.toISOString() };
  const sealed = sealWrap(person.publicKey, context(id, person), padded(entry as unknown as Json));
  await insertRows(tx, "own_entries", [{ id, userId: person.id, sealed }]);
}

/** What a person did at the door, before there is an actor: the chain's entry and the own line. */
export async function recordAtDoor(tx: Transaction, details: AuditDetails, at: Date): Promise<void> {
  await writeOwnEntry(tx, await userRecipient(tx, details.by), details.action, at);
  await appendToChain(tx, [details], at);
}

/** Newest first. Lines from before the person's key was replaced can no longer be opened and are left out. */
export async function listOwnEntries(tx: Transaction, actor: Actor, most: number): Promise<OwnEntry[]> {
  const rows = await tx.ownEntry.findMany({ where: { userId: actor.userId } });
  return rows
    .flatMap(({ id, sealed }) => {
      try {
        const opened = openWrap(actor.keys.user, context(id, recipientOf(actor)), sealed);
        return [JSON.parse(textOf(opened.slice())) as OwnEntry];
      } catch {
        return [];
      }
    })
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, most);
}

/** The acting person as somebody to seal to. */
export function recipientOf({ userId, keys }: Actor): RecipientKey {
  return { kind: "user", id: userId, version: keys.userKeyVersion, publicKey: keys.user.publicKey };
}

function context(id: string, person: Recipient) {
  return {
    kind: "own-entry",
    objectId: id,
    objectVersion: 1,
    recipient: person.id,
    recipientVersion: person.version,
  };
}
