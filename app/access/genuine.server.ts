import { bytesEqual } from "#app/platform/crypto/bytes.server.ts";
import { directoryMac, verifyDirectoryMac } from "#app/platform/crypto/directory.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";

/*
 * What a writer to the database must not be able to make up: who somebody is, and what somebody may be. Group keys are
 * sealed to whoever wears the right hat, so a hat that was put in by hand would be a key.
 */

interface HatFacts {
  readonly userId: string;
  readonly role: string;
  readonly teamId?: string | null;
  readonly organisationId?: string | null;
  readonly isOwner?: boolean;
}

/** The id of a new hat, which vouches for all that the hat says. Nobody has the same hat twice. */
export function hatIdFor({ userId, role, teamId, organisationId, isOwner = false }: HatFacts): string {
  return vouchingId(directoryKey(), "hat", userId, role, teamId ?? "", organisationId ?? "", isOwner ? "owner" : "");
}

/** Whether the product itself gave this hat, to this person. */
export function isGenuineHat(hat: HatFacts & { readonly id: string }): boolean {
  return hat.id === hatIdFor(hat);
}

/** How a person's key is named in the directory, beside the groups'. */
export function userKeyName(userId: string): string {
  return `user/${userId}`;
}

interface PersonRow {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly publicKeyMac: Uint8Array;
  readonly keyVersion: number;
}

/**
 * Whether a session's key is the person's. Who can write to the database can also write a session, or another recovery
 * sheet into an account; neither makes anybody that person, for people are the keys that were vouched for.
 */
export function isKeyOf({ id, publicKey, publicKeyMac, keyVersion }: PersonRow, ofSession: Uint8Array): boolean {
  if (!bytesEqual(publicKey, ofSession)) return false;
  return verifyDirectoryMac(directoryKey(), userKeyName(id), keyVersion, publicKey, publicKeyMac);
}

interface ReceiptRow {
  readonly id: string;
  readonly teamId: string;
  readonly publicKey: Uint8Array;
  readonly publicKeyMac: Uint8Array;
}

/** What vouches for a receipt: its key, and the team that its link chose, for a writer to the database could turn both. */
export function receiptMac({ id, teamId, publicKey }: Omit<ReceiptRow, "publicKeyMac">) {
  return directoryMac(directoryKey(), receiptKeyName(id, teamId), 1, publicKey);
}

/** Whether a session's key is the receipt's. */
export function isReceiptKey({ id, teamId, publicKey, publicKeyMac }: ReceiptRow, ofSession: Uint8Array): boolean {
  if (!bytesEqual(publicKey, ofSession)) return false;
  return verifyDirectoryMac(directoryKey(), receiptKeyName(id, teamId), 1, publicKey, publicKeyMac);
}

function receiptKeyName(id: string, teamId: string): string {
  return `receipt/${id}/${teamId}`;
}
