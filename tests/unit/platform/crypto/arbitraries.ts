import fc from "fast-check";
import { lockAway, type Secret } from "#app/platform/crypto/secret.server.ts";

/** Keys that are never all zeros, since those are refused. */
export const keys: fc.Arbitrary<Secret> = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .filter((bytes) => bytes.some((byte) => byte !== 0))
  .map((bytes) => lockAway(Uint8Array.from(bytes)));

export const ids = fc.uuid({ version: 4 });
export const texts = fc.string({ unit: "binary", maxLength: 2000 });
export const bytes = fc.uint8Array({ maxLength: 2000 }).map((some) => Uint8Array.from(some));

/** A copy with one bit turned. */
export function flipped(sealed: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(sealed);
  const at = bit % (copy.length * 8);
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  return copy;
}

export function hex(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, "hex"));
}

export function secretOf(text: string): Secret {
  return lockAway(hex(text));
}

export function hexText(some: Uint8Array): string {
  return Buffer.from(some.buffer, some.byteOffset, some.byteLength).toString("hex");
}

/** A stream of pieces, as files arrive. */
export async function* pieces(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

export async function gathered(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of stream) parts.push(Uint8Array.from(part));
  return parts;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
