import { openInto, plainSize, seal } from "./aead.server.ts";
import { type Bytes, base64UrlOf } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";
import { ctx } from "./hash.server.ts";
import { wordsOrText } from "./passphrase.server.ts";
import { KEY_BYTES } from "./primitives.server.ts";
import { hkdf, newSecret, type Secret, wipe } from "./secret.server.ts";
import { deriveSlowly } from "./slow-derivation.server.ts";
import { newWords } from "./words.server.ts";

const NO_SALT = new Uint8Array(0);

export interface ReceiptKeys {
  /** finds the row; says nothing of the words */
  readonly lookupId: string;
  /** opens the receipt's private key */
  readonly key: Secret;
}

/** Seven words, 77 bits, shown once to somebody who reports without an account. Never stored. */
export function newReceiptWords(): string {
  return newWords(7);
}

/**
 * One slow derivation with the installation's salt (nobody is known yet who could have one of their own), no pepper.
 * @throws TooBusy when too many ask at once
 */
export async function deriveReceipt(typed: string, instanceSalt: Uint8Array): Promise<ReceiptKeys> {
  const derived = await deriveSlowly(wordsOrText(typed), instanceSalt);
  const lookup = hkdf(derived, NO_SALT, "receipt-id", 32);
  const lookupId = base64UrlOf(lookup);
  const key = hkdf(derived, NO_SALT, "receipt-key", 32);
  wipe(derived);
  return { lookupId, key };
}

/** The receipt's random private key under the words: `01 ‖ nonce ‖ AEAD(key, private key)`, AAD `ctx("receipt-key", lookupId)`. */
export function sealReceiptKey(keys: ReceiptKeys, privateKey: Secret): Bytes {
  return seal(keys.key, ctx("receipt-key", keys.lookupId), privateKey);
}

/** @throws SealBroken where it was not sealed under these words */
export function openReceiptKey(keys: ReceiptKeys, sealed: Uint8Array): Secret {
  if (plainSize(sealed) !== KEY_BYTES) throw new SealBroken();
  return openInto(keys.key, ctx("receipt-key", keys.lookupId), sealed, newSecret(KEY_BYTES));
}
