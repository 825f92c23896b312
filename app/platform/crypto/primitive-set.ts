/**
 * The few operations of libsodium that everything here is built from. Nothing outside this folder may use them.
 * `open…` functions answer false where the seal does not hold; `into` has exactly the size of the plain text.
 */
export interface Primitives {
  /** "native" keeps keys in locked memory; "wasm" cannot. */
  readonly kind: "native" | "wasm";
  /** Memory that is not swapped, not dumped, and fenced by guard pages; null where the platform has none. */
  allocateLocked(size: number): Uint8Array<ArrayBuffer> | null;
  memzero(bytes: Uint8Array): void;
  aeadSeal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array, into: Uint8Array): void;
  aeadOpen(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array, into: Uint8Array): boolean;
  boxSeal(publicKey: Uint8Array, plain: Uint8Array, into: Uint8Array): void;
  boxOpen(publicKey: Uint8Array, privateKey: Uint8Array, sealed: Uint8Array, into: Uint8Array): boolean;
  publicKeyOf(privateKey: Uint8Array, into: Uint8Array): void;
  /** @param state 52 bytes of secret memory that live as long as the stream */
  streamSealer(key: Uint8Array, state: Uint8Array): StreamSealer;
  streamOpener(key: Uint8Array, header: Uint8Array, state: Uint8Array): StreamOpener;
}

export interface StreamSealer {
  readonly header: Uint8Array;
  push(plain: Uint8Array, aad: Uint8Array, final: boolean): Uint8Array<ArrayBuffer>;
}

export interface StreamOpener {
  /** null where the chunk is not the next one of this stream */
  pull(
    sealed: Uint8Array,
    aad: Uint8Array,
  ): { readonly plain: Uint8Array<ArrayBuffer>; readonly final: boolean } | null;
}
