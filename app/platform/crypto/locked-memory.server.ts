import { inspect } from "node:util";
import type { Bytes } from "./bytes.server.ts";
import { SecretWiped } from "./errors.server.ts";
import { KEY_BYTES, primitives } from "./primitives.server.ts";

/**
 * Key material. Its bytes lie in memory that libsodium locks (not swapped, not dumped) and fences with guard pages.
 * It prints as "[secret]", so that a careless log line or template says nothing. Give it to `wipe` when the request ends.
 */
export class Secret extends Uint8Array<ArrayBuffer> {
  // A Secret and plain bytes have the same methods; the mark keeps plain bytes from standing where a key is wanted.
  declare private readonly mark: never;

  override toString(): string {
    return "[secret]";
  }
  override toLocaleString(): string {
    return "[secret]";
  }
  toJSON(): string {
    return "[secret]";
  }
  [inspect.custom](): string {
    return "[secret]";
  }
  /** Copies and slices are plain bytes, made on purpose; parts (`subarray`) stay secrets over the same memory. */
  override slice(start?: number, end?: number): Bytes {
    return Uint8Array.prototype.slice.call(
      new Uint8Array(this.buffer, this.byteOffset, this.length),
      start,
      end,
    ) as Bytes;
  }
}

// One locked page serves many keys: a guarded allocation of its own costs four pages and about 10 µs each.
// Places are never given out twice. A stray holder of a wiped key thus sees zeros, never somebody else's key.
const PAGE_BYTES = 4096;
// The usual limit of locked memory is 8 MiB, and the binding aborts the whole process when the kernel has no mapping
// left (65,530 by default, three or four a page). Beyond this number keys lie in ordinary memory until pages are freed.
const MAX_PAGES = 1536;

let page: Uint8Array<ArrayBuffer> | null = null;
let used = 0;
let livePages = 0;
const pages = new FinalizationRegistry<number>((count) => {
  livePages -= count;
});

/** Empty room for a secret. Locked where the platform and its limits allow, ordinary memory outside the heap otherwise. */
export function newSecret(size: number): Secret {
  if (size > PAGE_BYTES) return overlay(newMemory(Math.ceil(size / PAGE_BYTES) * PAGE_BYTES), 0, size);
  if (page === null || used + size > PAGE_BYTES) {
    page = newMemory(PAGE_BYTES);
    used = 0;
  }
  const secret = overlay(page, used, size);
  used += size;
  return secret;
}

function newMemory(size: number): Uint8Array<ArrayBuffer> {
  const count = size / PAGE_BYTES;
  const locked = livePages + count <= MAX_PAGES ? primitives.allocateLocked(size) : null;
  if (!locked) return new Uint8Array(size);
  primitives.memzero(locked);
  livePages += count;
  pages.register(locked.buffer, count);
  return locked;
}

function overlay(memory: Uint8Array<ArrayBuffer>, at: number, size: number): Secret {
  return new Secret(memory.buffer, memory.byteOffset + at, size);
}

/** Moves bytes into a secret and wipes where they came from. */
export function lockAway(bytes: Uint8Array): Secret {
  const secret = newSecret(bytes.length);
  secret.set(bytes);
  primitives.memzero(bytes);
  return secret;
}

/** Overwrites with zeros. Takes plain bytes too: opened texts and buffers deserve it as well. */
export function wipe(secret: Uint8Array): void {
  if (secret.length > 0) primitives.memzero(secret);
}

/**
 * Guards every use of a key.
 * @throws SecretWiped where the key is all zeros
 * @throws RangeError where it has not 32 bytes
 */
export function usable(key: Uint8Array): Uint8Array {
  if (key.length !== KEY_BYTES) throw new RangeError("a key has 32 bytes");
  let any = 0;
  for (let at = 0; at < KEY_BYTES; at += 1) any |= key[at] ?? 0;
  if (any === 0) throw new SecretWiped();
  return key;
}
