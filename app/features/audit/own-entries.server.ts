import type { Actor } from "#app/access/actor.ts";
import type { Json } from "#app/kernel/json.ts";
import { textOf } from "#app/platform/crypto/bytes.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { openWrap, sealWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { AuditAction } from "./audit-action.ts";
import type { AuditDetails } from "./audit-chain.server.ts";
import { padded } from "./padded-json.ts";

export interface OwnEntry {
  readonly action: AuditAction;
  readonly at: string;
}

/** "My own entries": one line for the person who acted, which only that person can open. */
export async function writeOwnEntry(tx: Transaction, actor: Actor, details: AuditDetails, at: Date): Promise<void> {
  const id = newId();
  const entry: OwnEntry = { action: details.action, at: at.toISOString() };
  const sealed = sealWrap(actor.keys.user.publicKey, context(id, actor), padded(entry as unknown as Json));
  await tx.ownEntry.createMany({ data: { id, userId: actor.userId, sealed } });
}

/** Newest first. Lines from before the person's key was replaced can no longer be opened and are left out. */
export async function listOwnEntries(tx: Transaction, actor: Actor, most: number): Promise<OwnEntry[]> {
  const rows = await tx.ownEntry.findMany({ where: { userId: actor.userId } });
  return rows
    .flatMap(({ id, sealed }) => {
      try {
        const opened = openWrap(actor.keys.user, context(id, actor), sealed);
        return [JSON.parse(textOf(opened.slice())) as OwnEntry];
      } catch {
        return [];
      }
    })
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, most);
}

function context(id: string, actor: Actor) {
  return {
    kind: "own-entry",
    objectId: id,
    objectVersion: 1,
    recipient: actor.userId,
    recipientVersion: actor.keys.userKeyVersion,
  };
}
