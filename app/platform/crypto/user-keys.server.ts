import { openInto, plainSize, seal } from "./aead.server.ts";
import type { Bytes } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";
import { ctx } from "./hash.server.ts";
import { KEY_BYTES } from "./primitives.server.ts";
import { newSecret, type Secret } from "./secret.server.ts";

/**
 * A user's private key under the key from the passphrase (`kek`) or from the recovery sheet (`key`).
 * `01 ‖ nonce ‖ AEAD(kek, private key)`, AAD `ctx("user-key", userId, keyVersion)`.
 */
export function sealUserKey(kek: Secret, userId: string, keyVersion: number, privateKey: Secret): Bytes {
  return seal(kek, ctx("user-key", userId, keyVersion), privateKey);
}

/** @throws SealBroken where key, user, version or bytes are not those of the sealing */
export function openUserKey(kek: Secret, userId: string, keyVersion: number, sealed: Uint8Array): Secret {
  if (plainSize(sealed) !== KEY_BYTES) throw new SealBroken();
  return openInto(kek, ctx("user-key", userId, keyVersion), sealed, newSecret(KEY_BYTES));
}
