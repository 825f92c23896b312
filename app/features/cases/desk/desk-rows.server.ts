import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recipientOf } from "#app/features/audit/own-entries.server.ts";
import { padded } from "#app/features/audit/padded-json.ts";
import type { Json } from "#app/kernel/json.ts";
import { type Bytes, textOf } from "#app/platform/crypto/bytes.server.ts";
import { openWrap, sealWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type Desk, type DeskItem, deskItemSchema, deskOf, type KeptItem } from "./desk-item.ts";

/** A letter to the person's own key, bound to its row. */
export function sealItem(actor: Actor, id: string, item: DeskItem): Bytes {
  return sealWrap(actor.keys.user.publicKey, contextOf(actor, id), padded(item as unknown as Json));
}

/** What does not open was written before the person's key was replaced: it is gone, and nobody can say what it was. */
export async function openItems(actor: Actor, tx: Transaction): Promise<KeptItem[]> {
  const rows = await tx.deskItem.findMany({ where: { userId: actor.userId } });
  return rows.flatMap(({ id, sealed }) => {
    const item = tryOpen(actor, id, sealed);
    return item ? [{ id, item }] : [];
  });
}

export function readDesk(actor: Actor, locale: string): Promise<Desk> {
  return withActor(actor, async (tx) => deskOf(await openItems(actor, tx), locale));
}

function tryOpen(actor: Actor, id: string, sealed: Uint8Array): DeskItem | null {
  try {
    const opened = openWrap(actor.keys.user, contextOf(actor, id), sealed);
    return deskItemSchema.parse(JSON.parse(textOf(opened.slice())));
  } catch {
    return null;
  }
}

function contextOf(actor: Actor, id: string) {
  const person = recipientOf(actor);
  return {
    kind: "desk-item",
    objectId: id,
    objectVersion: 1,
    recipient: person.id,
    recipientVersion: person.version,
  };
}
