import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import type { Bytes } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";
import { sha256Hex } from "./hash.server.ts";

/** Kept off the server; opens backups with the stock `age` tool. */
export interface AgeIdentity {
  /** AGE-SECRET-KEY-PQ-1… */
  readonly identity: string;
  /** age1pq1…, the only part a server needs */
  readonly recipient: string;
}

/** A new hybrid pair (X25519 with ML-KEM): a backup copied today must not open in twenty years either. */
export async function newAgeIdentity(): Promise<AgeIdentity> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The two kinds of key that the stock tool opens by itself: X25519, and X25519 with ML-KEM. Others need a device at hand. */
const RECEIVER_KEY = /^age1(?:pq1)?[02-9ac-hj-np-z]+$/;
const OF_A_DEVICE = /^age1tag/;

/** Whether somebody's key can be sealed to. It is tried, because a key can be well written and open nothing. */
export async function isReceiverKey(text: string): Promise<boolean> {
  if (!RECEIVER_KEY.test(text) || OF_A_DEVICE.test(text)) return false;
  try {
    await sealForRecipients([text], new Uint8Array(0));
    return true;
  } catch {
    return false;
  }
}

/** How many of the digits are compared: 128 bits. */
const COMPARED_DIGITS = 32;

/**
 * What two people read to each other to know that they mean the same key, in groups of four. It is the beginning of the
 * plain SHA-256 of the key's letters, so that the receiver finds it with tools of their own: one that only we could
 * compute would compare nothing.
 */
export function receiverFingerprint(key: string): readonly string[] {
  return sha256Hex(key).slice(0, COMPARED_DIGITS).match(/.{4}/g) ?? [];
}

/** Seals bytes in the age format, for backups and export bundles only. */
export async function sealForRecipients(recipients: readonly string[], plain: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await encrypterFor(recipients).encrypt(plain));
}

/** The same for more than memory should hold. */
export function sealStreamForRecipients(
  recipients: readonly string[],
  plain: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  return encrypterFor(recipients).encrypt(plain);
}

/** @throws SealBroken where the identity does not fit or bytes were changed */
export async function openWithIdentity(identity: string, sealed: Uint8Array): Promise<Bytes> {
  try {
    return new Uint8Array(await decrypterWith(identity).decrypt(sealed));
  } catch {
    throw new SealBroken();
  }
}

/** The stream errors where bytes were changed: only its end proves that all of it is there. */
export async function openStreamWithIdentity(
  identity: string,
  sealed: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  try {
    return await decrypterWith(identity).decrypt(sealed);
  } catch {
    throw new SealBroken();
  }
}

function encrypterFor(recipients: readonly string[]): Encrypter {
  if (recipients.length === 0) throw new RangeError("at least one recipient");
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter;
}

function decrypterWith(identity: string): Decrypter {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter;
}
