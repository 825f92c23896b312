import { createRequire } from "node:module";
import type { Primitives } from "./primitive-set.ts";

/** libsodium compiled to WebAssembly. Keys pass through its own memory, which nobody can lock: see the room's README. */
export async function wasm(): Promise<Primitives> {
  const sodium = createRequire(import.meta.url)("libsodium-wrappers-sumo") as typeof import("libsodium-wrappers-sumo");
  await sodium.ready;
  return {
    kind: "wasm",
    allocateLocked: () => null,
    memzero: (bytes) => sodium.memzero(bytes),
    aeadSeal: (key, nonce, aad, plain, into) =>
      into.set(sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, aad, null, nonce, key)),
    aeadOpen: (key, nonce, aad, sealed, into) =>
      fill(into, () => sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, aad, nonce, key)),
    boxSeal: (publicKey, plain, into) => into.set(sodium.crypto_box_seal(plain, publicKey)),
    boxOpen: (publicKey, privateKey, sealed, into) =>
      fill(into, () => sodium.crypto_box_seal_open(sealed, publicKey, privateKey)),
    publicKeyOf: (privateKey, into) => into.set(sodium.crypto_scalarmult_base(privateKey)),
    streamSealer: (key) => {
      const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
      return {
        header,
        push: (plain, aad, final) => {
          const tag = final
            ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
            : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
          return new Uint8Array(sodium.crypto_secretstream_xchacha20poly1305_push(state, plain, aad, tag));
        },
      };
    },
    streamOpener: (key, header) => {
      const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
      return {
        pull: (sealed, aad) => {
          if (sealed.length < 17) return null;
          const answer = sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed, aad);
          if (!answer) return null;
          const final = answer.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL;
          return { plain: new Uint8Array(answer.message), final };
        },
      };
    },
  };
}

/** Moves an opened text to where it belongs; false where the library throws because a tag does not fit. */
function fill(into: Uint8Array, open: () => Uint8Array): boolean {
  try {
    into.set(open());
    return true;
  } catch {
    return false;
  }
}
