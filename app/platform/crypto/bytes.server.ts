import { timingSafeEqual } from "node:crypto";

/** What the database's byte columns take and give: never a view over shared or pooled memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
// The byte order mark is kept: a text must come back exactly as it was typed.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Also of bytes that are no UTF-8: what cannot be read becomes U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Four bytes, most significant first. @throws RangeError outside 0 … 2^32 − 1, which only a bug can cause */
export function u32be(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
    throw new RangeError("not an unsigned 32-bit number");
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

export function readU32be(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
}

/** Eight bytes, most significant first. */
export function u64be(value: bigint): Bytes {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value);
  return bytes;
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

export function base64UrlOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64url");
}

/** Never throws: what is no base64url simply gives bytes that match nothing. */
export function fromBase64Url(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, "base64url"));
}

/** Compares in a time that depends on the lengths alone. Use it wherever one side is secret or proves something. */
export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
