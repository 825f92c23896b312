import { createRequire } from "node:module";
import type { Primitives } from "./primitive-set.ts";

/** The part of sodium-native 5 that is used. The published types describe version 2 and demand Node's Buffer. */
interface Sodium {
  crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: number;
  crypto_secretstream_xchacha20poly1305_TAG_FINAL: number;
  sodium_malloc(size: number): Buffer<ArrayBuffer>;
  sodium_memzero(bytes: Uint8Array): void;
  crypto_aead_xchacha20poly1305_ietf_encrypt(
    into: Uint8Array,
    plain: Uint8Array,
    aad: Uint8Array,
    secretNonce: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number;
  crypto_aead_xchacha20poly1305_ietf_decrypt(
    into: Uint8Array,
    secretNonce: null,
    sealed: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number;
  crypto_box_seal(into: Uint8Array, plain: Uint8Array, publicKey: Uint8Array): void;
  crypto_box_seal_open(into: Uint8Array, sealed: Uint8Array, publicKey: Uint8Array, privateKey: Uint8Array): boolean;
  crypto_scalarmult_base(into: Uint8Array, privateKey: Uint8Array): void;
  crypto_secretstream_xchacha20poly1305_init_push(state: Uint8Array, header: Uint8Array, key: Uint8Array): void;
  crypto_secretstream_xchacha20poly1305_init_pull(state: Uint8Array, header: Uint8Array, key: Uint8Array): void;
  crypto_secretstream_xchacha20poly1305_push(
    state: Uint8Array,
    into: Uint8Array,
    plain: Uint8Array,
    aad: Uint8Array,
    tag: number,
  ): number;
  crypto_secretstream_xchacha20poly1305_pull(
    state: Uint8Array,
    into: Uint8Array,
    tag: Uint8Array,
    sealed: Uint8Array,
    aad: Uint8Array,
  ): number;
}

/** @returns libsodium's native build, or null where there is none for this platform */
export function native(): Primitives | null {
  const sodium = load();
  return sodium && overNative(sodium);
}

function load(): Sodium | null {
  try {
    return createRequire(import.meta.url)("sodium-native") as Sodium;
  } catch {
    return null;
  }
}

/** The binding throws where a tag does not fit; here that is an ordinary answer. */
function holds(attempt: () => unknown): boolean {
  try {
    return attempt() !== false;
  } catch {
    return false;
  }
}

function overNative(sodium: Sodium): Primitives {
  return {
    kind: "native",
    allocateLocked: (size) => {
      const memory = sodium.sodium_malloc(size);
      return new Uint8Array(memory.buffer, memory.byteOffset, size);
    },
    memzero: (bytes) => sodium.sodium_memzero(bytes),
    aeadSeal: (key, nonce, aad, plain, into) => {
      sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(into, plain, aad, null, nonce, key);
    },
    aeadOpen: (key, nonce, aad, sealed, into) =>
      holds(() => sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(into, null, sealed, aad, nonce, key)),
    boxSeal: (publicKey, plain, into) => sodium.crypto_box_seal(into, plain, publicKey),
    boxOpen: (publicKey, privateKey, sealed, into) =>
      holds(() => sodium.crypto_box_seal_open(into, sealed, publicKey, privateKey)),
    publicKeyOf: (privateKey, into) => sodium.crypto_scalarmult_base(into, privateKey),
    streamSealer: (key, state) => {
      const header = new Uint8Array(24);
      sodium.crypto_secretstream_xchacha20poly1305_init_push(state, header, key);
      return {
        header,
        push: (plain, aad, final) => {
          const sealed = new Uint8Array(plain.length + 17);
          const tag = final
            ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
            : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
          sodium.crypto_secretstream_xchacha20poly1305_push(state, sealed, plain, aad, tag);
          return sealed;
        },
      };
    },
    streamOpener: (key, header, state) => {
      sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key);
      return {
        pull: (sealed, aad) => {
          if (sealed.length < 17) return null;
          const plain = new Uint8Array(sealed.length - 17);
          const tag = new Uint8Array(1);
          if (!holds(() => sodium.crypto_secretstream_xchacha20poly1305_pull(state, plain, tag, sealed, aad)))
            return null;
          return { plain, final: tag[0] === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL };
        },
      };
    },
  };
}
