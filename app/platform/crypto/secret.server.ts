import { hkdfSync } from "node:crypto";
import type { Bytes } from "./bytes.server.ts";
import { lockAway, newSecret, type Secret, usable, wipe } from "./locked-memory.server.ts";
import { KEY_BYTES, primitives } from "./primitives.server.ts";
import { fillRandom } from "./random.server.ts";

export type { Bytes } from "./bytes.server.ts";
export { lockAway, newSecret, Secret, usable, wipe } from "./locked-memory.server.ts";

const NO_SALT = new Uint8Array(0);

export interface KeyPair {
  readonly publicKey: Bytes;
  readonly privateKey: Secret;
}

/** 32 random bytes. */
export function newSecretKey(): Secret {
  const key = newSecret(KEY_BYTES);
  fillRandom(key);
  return key;
}

/** A new X25519 pair. */
export function newKeyPair(): KeyPair {
  return keyPairFrom(newSecretKey());
}

/** The pair that belongs to a private key. */
export function keyPairFrom(privateKey: Secret): KeyPair {
  const publicKey = new Uint8Array(KEY_BYTES);
  primitives.publicKeyOf(usable(privateKey), publicKey);
  return { publicKey, privateKey };
}

/** A key of its own for one purpose: who holds the parent can make it, who holds it cannot go back or sideways. */
export function subkey(key: Uint8Array, purpose: string): Secret {
  return hkdf(usable(key), NO_SALT, purpose, KEY_BYTES);
}

/** The same for one use: wiped when `use` returns or throws. @param use finishes at once, for a promise would outlive the key */
export function withSubkey<T>(key: Uint8Array, purpose: string, use: (sub: Secret) => T): T {
  const sub = subkey(key, purpose);
  try {
    return use(sub);
  } finally {
    wipe(sub);
  }
}

/** HKDF-SHA-256. @param info without the leading `sealed/1/`, which names the suite */
export function hkdf(key: Uint8Array, salt: Uint8Array, info: string, size: number): Secret {
  return lockAway(new Uint8Array(hkdfSync("sha256", key, salt, `sealed/1/${info}`, size)));
}
