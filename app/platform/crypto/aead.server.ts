import type { Bytes } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";
import { AEAD_TAG_BYTES, NONCE_BYTES, primitives } from "./primitives.server.ts";
import { fillRandom } from "./random.server.ts";
import { usable } from "./secret.server.ts";

/** Names the set of algorithms. Another suite gets another byte, and both can be read side by side. */
export const SUITE = 0x01;
const HEAD_BYTES = 1 + NONCE_BYTES;

/** `01 ‖ nonce(24) ‖ XChaCha20-Poly1305(key, plain)`. The nonce is random: 192 bits never meet again. */
export function seal(key: Uint8Array, aad: Uint8Array, plain: Uint8Array): Bytes {
  const sealed = new Uint8Array(HEAD_BYTES + plain.length + AEAD_TAG_BYTES);
  sealed[0] = SUITE;
  const nonce = sealed.subarray(1, HEAD_BYTES);
  fillRandom(nonce);
  primitives.aeadSeal(usable(key), nonce, aad, plain, sealed.subarray(HEAD_BYTES));
  return sealed;
}

/** How long the plain text of a sealed one is. @throws SealBroken where it can be none */
export function plainSize(sealed: Uint8Array): number {
  const size = sealed.length - HEAD_BYTES - AEAD_TAG_BYTES;
  if (size < 0) throw new SealBroken();
  return size;
}

/** Opens into memory of exactly `plainSize`, which may be locked. @throws SealBroken */
export function openInto<Into extends Uint8Array>(
  key: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
  into: Into,
): Into {
  if (sealed[0] !== SUITE || into.length !== plainSize(sealed)) throw new SealBroken();
  const opened = primitives.aeadOpen(
    usable(key),
    sealed.subarray(1, HEAD_BYTES),
    aad,
    sealed.subarray(HEAD_BYTES),
    into,
  );
  if (!opened) throw new SealBroken();
  return into;
}
