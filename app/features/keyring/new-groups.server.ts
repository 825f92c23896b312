import { directoryMac } from "#app/platform/crypto/directory.server.ts";
import { newKeyPair, type Secret, wipe } from "#app/platform/crypto/secret.server.ts";
import { sealWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import { forgetDirectory, type GroupKey, type PublicKey, publicKeyOf } from "./group-keys.server.ts";
import { type GroupName, isEscrowed } from "./group-name.ts";
import { groupRecipient, type RecipientKey, wrapObjectKey } from "./object-keys.server.ts";
import { previousContext } from "./wrap-context.ts";

/** Makes a group's first key and seals it to its members (and to escrow, where the group is one of those). */
export async function createGroup(
  tx: Transaction,
  name: GroupName,
  members: readonly RecipientKey[],
): Promise<PublicKey> {
  const pair = newKeyPair();
  const group = { name, version: 1, publicKey: pair.publicKey };
  await insertVersion(tx, group, null);
  await wrapToMembers(tx, group, pair.privateKey, members);
  wipe(pair.privateKey);
  return group;
}

/**
 * Makes the next version of a group's key: the version before is sealed to it, so nothing is sealed anew but one wrap
 * a member.
 * @param held the present version, opened by a holder: only one can rotate
 */
export async function rotateGroup(
  tx: Transaction,
  name: GroupName,
  held: GroupKey,
  members: readonly RecipientKey[],
): Promise<PublicKey> {
  const pair = newKeyPair();
  const group = { name, version: held.version + 1, publicKey: pair.publicKey };
  await insertVersion(tx, group, sealWrap(pair.publicKey, previousContext(name, group.version), held.privateKey));
  await wrapToMembers(tx, group, pair.privateKey, members);
  wipe(pair.privateKey);
  return group;
}

/** Seals a held group key to one more member. */
export function addMember(tx: Transaction, name: GroupName, held: GroupKey, member: RecipientKey): Promise<void> {
  return wrapObjectKey(tx, "group", name, held.version, held.privateKey, [member]);
}

async function insertVersion(tx: Transaction, group: PublicKey, sealedPrevious: Uint8Array<ArrayBuffer> | null) {
  const { name, version, publicKey } = group;
  const publicKeyMac = directoryMac(directoryKey(), name, version, publicKey);
  await tx.groupKey.createMany({ data: { name, version, publicKey, publicKeyMac, sealedPrevious } });
  forgetDirectory(tx);
}

async function wrapToMembers(tx: Transaction, group: PublicKey, secret: Secret, members: readonly RecipientKey[]) {
  const escrow = isEscrowed(group.name) ? [groupRecipient(await publicKeyOf(tx, "escrow"))] : [];
  await wrapObjectKey(tx, "group", group.name, group.version, secret, [...members, ...escrow]);
}
