import type { Actor } from "#app/access/actor.ts";
import { KeyNotHeld } from "#app/access/key-not-held.ts";
import { bytesEqual } from "#app/platform/crypto/bytes.server.ts";
import { verifyDirectoryMac } from "#app/platform/crypto/directory.server.ts";
import { type KeyPair, keyPairFrom, type Secret } from "#app/platform/crypto/secret.server.ts";
import { openWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import { type GroupName, groups } from "./group-name.ts";
import { groupWrapContext, previousContext, type Recipient } from "./wrap-context.ts";
import { isGenuineWrap } from "./wrap-rows.server.ts";

export { KeyNotHeld } from "#app/access/key-not-held.ts";

export interface PublicKey {
  readonly name: GroupName;
  readonly version: number;
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

export interface GroupKey extends KeyPair {
  readonly version: number;
}

/** A public key in the database is not the one that was put there: somebody would like new cases sealed to themselves. */
export class DirectoryTampered extends Error {
  constructor() {
    super("a public key does not match its seal in the directory");
  }
}

/** What each transaction has read of the directory: one command asks for the same few groups again and again. */
const directories = new WeakMap<Transaction, Map<GroupName, PublicKey>>();

/** The newest public key of a group, its seal in the directory verified. */
export async function publicKeyOf(tx: Transaction, name: GroupName): Promise<PublicKey> {
  return directories.get(tx)?.get(name) ?? (await lookUp(tx, [name])).get(name)!;
}

/** Reads the newest keys of several groups at once, for a command that will ask for each of them. */
export async function lookUp(tx: Transaction, names: readonly GroupName[]): Promise<ReadonlyMap<GroupName, PublicKey>> {
  const directory = directories.get(tx) ?? new Map<GroupName, PublicKey>();
  directories.set(tx, directory);
  const unread = names.filter((name) => !directory.has(name));
  const rows = await tx.groupKey.findMany({ where: { name: { in: unread } }, orderBy: { version: "asc" } });
  // Later versions take the place of earlier ones.
  for (const row of rows) directory.set(row.name as GroupName, vouchedFor(row.name as GroupName, row));
  const missing = unread.find((name) => !directory.has(name));
  if (missing) throw new Error(`there is no group ${missing.split("/")[0]}`);
  return directory;
}

/** After a group got a new version in this transaction. */
export function forgetDirectory(tx: Transaction): void {
  directories.delete(tx);
}

type GroupKeyRow = Pick<
  Awaited<ReturnType<Transaction["groupKey"]["findFirstOrThrow"]>>,
  "version" | "publicKey" | "publicKeyMac"
>;

function vouchedFor(name: GroupName, { version, publicKey, publicKeyMac }: GroupKeyRow): PublicKey {
  if (!verifyDirectoryMac(directoryKey(), name, version, publicKey, publicKeyMac)) throw new DirectoryTampered();
  return { name, version, publicKey };
}

/** Anyone can seal anything to a person. Only what belongs to the public key that was vouched for is the group's. */
function belongingTo({ publicKey }: PublicKey, privateKey: Secret): Secret {
  if (!bytesEqual(keyPairFrom(privateKey).publicKey, publicKey)) throw new DirectoryTampered();
  return privateKey;
}

/** Whether the actor's keys reach the newest version of a group. */
export async function holdsGroup(actor: Actor, tx: Transaction, name: GroupName): Promise<boolean> {
  return openGroup(actor, tx, name).then(
    () => true,
    (error) => {
      if (error instanceof KeyNotHeld) return false;
      throw error;
    },
  );
}

/** The newest key pair of a group. @throws KeyNotHeld, DirectoryTampered */
export async function openGroup(actor: Actor, tx: Transaction, name: GroupName): Promise<GroupKey> {
  const vouched = await publicKeyOf(tx, name);
  const { version, publicKey } = vouched;
  const privateKey = await actor.keys.recall(`${name}@${version}`, async () =>
    belongingTo(vouched, await unwrapGroup(actor, tx, name, version)),
  );
  return { version, publicKey, privateKey };
}

/**
 * An older version of a group's key, reached by walking down from the newest: each version seals the one before.
 * @throws KeyNotHeld
 */
export async function openGroupVersion(
  actor: Actor,
  tx: Transaction,
  name: GroupName,
  version: number,
): Promise<GroupKey> {
  let at = await openGroup(actor, tx, name);
  while (at.version > version) {
    const above: GroupKey = at;
    const privateKey = await actor.keys.recall(`${name}@${above.version - 1}`, () => unsealPrevious(tx, name, above));
    at = { ...keyPairFrom(privateKey), version: above.version - 1 };
  }
  if (at.version !== version) throw new KeyNotHeld(name);
  return at;
}

async function unsealPrevious(tx: Transaction, name: GroupName, above: GroupKey): Promise<Secret> {
  const version = { in: [above.version, above.version - 1] };
  const rows = await tx.groupKey.findMany({ where: { name, version }, orderBy: { version: "desc" } });
  const [row, previous] = rows;
  if (!row?.sealedPrevious || !previous) throw new KeyNotHeld(name);
  return belongingTo(
    vouchedFor(name, previous),
    openWrap(above, previousContext(name, above.version), row.sealedPrevious),
  );
}

/** By the person's own wrap; for an organisation without members, by the team's. */
async function unwrapGroup(actor: Actor, tx: Transaction, name: GroupName, version: number): Promise<Secret> {
  const rows = await tx.wrap.findMany({ where: { objectKind: "group", objectId: name, objectVersion: version } });
  const wraps = rows.filter(isGenuineWrap);
  const own = wraps.find(({ recipientKind, recipientId }) => recipientKind === "user" && recipientId === actor.userId);
  if (own) {
    const recipient: Recipient = { kind: "user", id: actor.userId, version: own.recipientVersion };
    return openWrap(actor.keys.user, groupWrapContext(name, version, recipient), own.sealed);
  }
  const team = actor.teamId && groups.team(actor.teamId);
  const throughTeam = wraps.find((wrap) => wrap.recipientKind === "group" && wrap.recipientId === team);
  if (!throughTeam || !team || name === team) throw new KeyNotHeld(name);
  const teamKey = await openGroupVersion(actor, tx, team, throughTeam.recipientVersion);
  const recipient: Recipient = { kind: "group", id: team, version: teamKey.version };
  return openWrap(teamKey, groupWrapContext(name, version, recipient), throughTeam.sealed);
}
