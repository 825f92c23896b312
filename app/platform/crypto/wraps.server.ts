import { SUITE } from "./aead.server.ts";
import { type Bytes, bytesEqual } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";
import { ctx } from "./hash.server.ts";
import { BOX_OVERHEAD_BYTES, primitives } from "./primitives.server.ts";
import { type KeyPair, newSecret, type Secret, usable, wipe } from "./secret.server.ts";

/** What a wrap opens, and for whom. A wrap moved to another object, version or recipient does not open. */
export interface WrapContext {
  readonly kind: string;
  readonly objectId: string;
  readonly objectVersion: number;
  /** such as "user/<id>" or the name of a group */
  readonly recipient: string;
  readonly recipientVersion: number;
}

const CONTEXT_BYTES = 32;
const OVERHEAD_BYTES = 1 + BOX_OVERHEAD_BYTES + CONTEXT_BYTES;

/** `01 ‖ sealed box(recipient, ctx("wrap", …) ‖ secret)`. Needs no key but the recipient's public one. */
export function sealWrap(recipientPublicKey: Uint8Array, context: WrapContext, secret: Uint8Array): Bytes {
  const plain = newRoom(CONTEXT_BYTES + secret.length);
  plain.set(bound(context));
  plain.set(secret, CONTEXT_BYTES);
  const wrap = new Uint8Array(OVERHEAD_BYTES + secret.length);
  wrap[0] = SUITE;
  primitives.boxSeal(usable(recipientPublicKey), plain, wrap.subarray(1));
  wipe(plain);
  return wrap;
}

/** @throws SealBroken where the wrap is not for this pair and this context */
export function openWrap(recipient: KeyPair, context: WrapContext, wrap: Uint8Array): Secret {
  const secret = newSecret(wrappedSize(wrap));
  openWrapInto(recipient, context, wrap, secret);
  return secret;
}

/** The size of what a wrap holds, in bytes. @throws SealBroken where it can hold nothing */
export function wrappedSize(wrap: Uint8Array): number {
  if (wrap.length < OVERHEAD_BYTES) throw new SealBroken();
  return wrap.length - OVERHEAD_BYTES;
}

/**
 * Opens straight into memory of the caller's, for those who open thousands of records.
 * @param into exactly `wrappedSize` bytes; untouched where the wrap does not open
 * @throws SealBroken as `openWrap`
 */
export function openWrapInto(recipient: KeyPair, context: WrapContext, wrap: Uint8Array, into: Uint8Array): void {
  if (wrap[0] !== SUITE || wrappedSize(wrap) !== into.length) throw new SealBroken();
  const plain = newRoom(CONTEXT_BYTES + into.length);
  try {
    const { publicKey, privateKey } = recipient;
    const opened = primitives.boxOpen(publicKey, usable(privateKey), wrap.subarray(1), plain);
    // A sealed box has no associated data: anyone can seal anything to a public key, so the context is inside and compared.
    if (!opened || !bytesEqual(plain.subarray(0, CONTEXT_BYTES), bound(context))) throw new SealBroken();
    into.set(plain.subarray(CONTEXT_BYTES));
  } finally {
    wipe(plain);
  }
}

// Sealing and opening are synchronous, so one locked room serves all of them; it is wiped after each.
const ROOM_BYTES = 1024;
let room: Secret | null = null;

function newRoom(size: number): Secret {
  if (size > ROOM_BYTES) return newSecret(size);
  room ??= newSecret(ROOM_BYTES);
  return room.subarray(0, size) as Secret;
}

function bound(context: WrapContext): Bytes {
  const { kind, objectId, objectVersion, recipient, recipientVersion } = context;
  return ctx("wrap", kind, objectId, objectVersion, recipient, recipientVersion);
}
