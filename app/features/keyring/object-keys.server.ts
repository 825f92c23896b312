import type { Actor } from "#app/access/actor.ts";
import { batches } from "#app/kernel/batches.ts";
import type { KeyPair, Secret } from "#app/platform/crypto/secret.server.ts";
import { openWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertRows } from "#app/platform/db/insert-rows.server.ts";
import { KeyNotHeld, openGroupVersion, type PublicKey } from "./group-keys.server.ts";
import type { GroupName } from "./group-name.ts";
import { type Recipient, wrapContext } from "./wrap-context.ts";
import { isGenuineWrap, type RecipientKey, wrapRow } from "./wrap-rows.server.ts";

export type { RecipientKey } from "./wrap-rows.server.ts";

const AT_ONCE = 5_000;

/** Things that have a key of their own, sealed to those who may open them. */
export type KeyedObject = "case" | "notes" | "organisation";

export function groupRecipient({ name, version, publicKey }: PublicKey): RecipientKey {
  return { kind: "group", id: name, version, publicKey };
}

/** Seals an object's key to one more recipient. Sealing anew to the same one replaces nothing and is an error. */
export async function wrapObjectKey(
  tx: Transaction,
  kind: KeyedObject | "group",
  objectId: string,
  objectVersion: number,
  secret: Secret,
  recipients: readonly RecipientKey[],
): Promise<void> {
  const rows = recipients.map((recipient) => wrapRow(kind, objectId, objectVersion, secret, recipient));
  await insertRows(tx, "wraps", rows);
}

/**
 * Opens the keys of many objects at once, each by the first wrap that the actor's own key or a group of `through` opens.
 * @returns the keys found, by object id; an object that no key reaches is simply not there
 */
export async function openObjectKeys(
  actor: Actor,
  tx: Transaction,
  kind: KeyedObject,
  objectIds: readonly string[],
  through: readonly GroupName[],
): Promise<Map<string, Secret>> {
  const recipientId = { in: [actor.userId, ...through] };
  const wraps = [];
  for (const ids of batches(objectIds, AT_ONCE))
    wraps.push(...(await tx.wrap.findMany({ where: { objectKind: kind, objectId: { in: ids }, recipientId } })));
  const keys = new Map<string, Secret>();
  const openRecipient = recipientOpener(actor, tx);
  for (const wrap of wraps) {
    if (keys.has(wrap.objectId) || !isGenuineWrap(wrap)) continue;
    const recipient = {
      kind: wrap.recipientKind as Recipient["kind"],
      id: wrap.recipientId,
      version: wrap.recipientVersion,
    };
    const context = wrapContext(kind, wrap.objectId, wrap.objectVersion, recipient);
    const key = await actor.keys.recall(`${kind}/${wrap.objectId}@${wrap.objectVersion}`, async () =>
      openWrap(await openRecipient(recipient), context, wrap.sealed),
    );
    keys.set(wrap.objectId, key);
  }
  return keys;
}

/** Asks the directory for each group once, however many objects are sealed to it. */
function recipientOpener(actor: Actor, tx: Transaction): (recipient: Recipient) => Promise<KeyPair> {
  const groups = new Map<string, Promise<KeyPair>>();
  return async ({ kind, id, version }) => {
    if (kind !== "group") return actor.keys.user;
    const name = `${id}@${version}`;
    const opened = groups.get(name) ?? openGroupVersion(actor, tx, id as GroupName, version);
    groups.set(name, opened);
    return opened;
  };
}

/** One object's key. @throws KeyNotHeld */
export async function openObjectKey(
  actor: Actor,
  tx: Transaction,
  kind: KeyedObject,
  objectId: string,
  through: readonly GroupName[],
): Promise<Secret> {
  const key = (await openObjectKeys(actor, tx, kind, [objectId], through)).get(objectId);
  if (!key) throw new KeyNotHeld(through[0] ?? "audit");
  return key;
}
