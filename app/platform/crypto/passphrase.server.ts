import type { Bytes } from "./bytes.server.ts";
import { sha256 } from "./hash.server.ts";
import { randomBytes } from "./random.server.ts";
import { hkdf, lockAway, type Secret, wipe } from "./secret.server.ts";
import { deriveSlowly } from "./slow-derivation.server.ts";
import { foldWords, newWords } from "./words.server.ts";

const PASSPHRASE_WORDS = 7;

export interface PassphraseKeys {
  /** proves the passphrase and opens nothing; only its hash is stored */
  readonly auth: Secret;
  /** opens the user's private key; never stored */
  readonly kek: Secret;
}

/** Seven words, 77 bits. Generated, never chosen: the model rests on it. */
export function newPassphrase(): string {
  return newWords(PASSPHRASE_WORDS);
}

/** 16 bytes for one passphrase; a new passphrase takes a new one. */
export function newSalt(): Bytes {
  return randomBytes(16);
}

/**
 * The two halves a passphrase gives, after 64 MiB and 150 ms of work.
 * What is no passphrase at all takes the same work and fails later, so that time tells nothing.
 * @param pepper from the environment: a stolen dump alone cannot even be guessed at
 * @throws TooBusy when too many ask at once
 */
export async function derivePassphrase(
  userId: string,
  passphrase: string,
  salt: Uint8Array,
  pepper: Uint8Array,
): Promise<PassphraseKeys> {
  const derived = await deriveSlowly(wordsOrText(passphrase), salt);
  const halves = splitHalves(hkdf(derived, pepper, `user|${userId}`, 64));
  wipe(derived);
  return { auth: halves.first, kek: halves.second };
}

/** SHA-256 of the proving half: what the row stores. Compare with `bytesEqual`. */
export function hashAuth(auth: Uint8Array): Bytes {
  return sha256(auth);
}

/** Words in their one form; anything else as typed, cut where no passphrase reaches. */
export function wordsOrText(typed: string): string {
  return foldWords(typed) ?? typed.slice(0, 2000);
}

/** Two keys of 32 bytes out of 64, each wiped on its own. */
export function splitHalves(both: Secret): { first: Secret; second: Secret } {
  const first = lockAway(both.subarray(0, 32));
  const second = lockAway(both.subarray(32));
  return { first, second };
}
