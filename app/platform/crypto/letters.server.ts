import { type Bytes, textOf, utf8 } from "./bytes.server.ts";
import { pad, unpad } from "./padding.server.ts";
import { type KeyPair, wipe } from "./secret.server.ts";
import { openWrapInto, sealWrap, type WrapContext, wrappedSize } from "./wraps.server.ts";

/**
 * A letter is content, not a key, sealed to a public key: audit details, "my own entries", survey answers.
 * It is a wrap around a padded text, so that the writer needs no key and the length tells nothing.
 */
export function sealLetter(recipientPublicKey: Uint8Array, context: WrapContext, plain: string | Uint8Array): Bytes {
  const padded = pad(typeof plain === "string" ? utf8(plain) : plain);
  const letter = sealWrap(recipientPublicKey, context, padded);
  wipe(padded);
  return letter;
}

/** @throws SealBroken where the letter is not for this pair and this context */
export function openLetter(recipient: KeyPair, context: WrapContext, letter: Uint8Array): Bytes {
  const padded = new Uint8Array(wrappedSize(letter));
  openWrapInto(recipient, context, letter, padded);
  return unpad(padded);
}

/** @throws SealBroken as `openLetter` */
export function openTextLetter(recipient: KeyPair, context: WrapContext, letter: Uint8Array): string {
  return textOf(openLetter(recipient, context, letter));
}
