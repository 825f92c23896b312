import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import type { Bytes } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";

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

/** Whether a setting names a recipient this version can seal to. */
export function isAgeRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
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
