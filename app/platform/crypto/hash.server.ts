import { createHash, createHmac } from "node:crypto";
import { type Bytes, concat, hexOf, u32be, u64be, utf8 } from "./bytes.server.ts";

type Part = string | Uint8Array;

/** SHA-256 over the parts one after the other. Parts of free length need `ctx` instead: ("ab","c") equals ("a","bc") here. */
export function sha256(...parts: readonly Part[]): Bytes {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

export function sha256Hex(...parts: readonly Part[]): string {
  return hexOf(sha256(...parts));
}

/** SHA-256 of something that arrives in pieces, such as a file. */
export function newSha256(): { update(piece: Uint8Array): void; hex(): string } {
  const hash = createHash("sha256");
  return { update: (piece) => void hash.update(piece), hex: () => hash.digest("hex") };
}

/**
 * The context a sealed value is bound to: SHA-256 over each part as u32be length and UTF-8 bytes.
 * Lengths make it unambiguous, so that no other list of parts gives the same context. Numbers are written in decimal.
 */
export function ctx(...parts: readonly (string | number)[]): Bytes {
  return sha256(concat(...parts.map((part) => sized(utf8(String(part))))));
}

/** HMAC-SHA-256 over the parts one after the other. */
export function hmac(key: Uint8Array, ...parts: readonly Part[]): Bytes {
  const mac = createHmac("sha256", key);
  for (const part of parts) mac.update(part);
  return new Uint8Array(mac.digest());
}

/** What two people approve: one exact text about one subject. Any later change gives another hash and voids the approval. */
export function approvalHash(subject: string, text: Part): Bytes {
  const bytes = typeof text === "string" ? utf8(text) : text;
  return sha256(concat(ctx("approval", subject), bytes));
}

/** What the first entry follows. */
export const CHAIN_START: Bytes = new Uint8Array(32);

/**
 * One link of the audit chain: SHA-256(previous(32) ‖ seq(u64be) ‖ day ‖ class ‖ sealed), where the last three carry their
 * length as u32be, so that no two different entries read the same.
 * @param previous hash of the entry before; `CHAIN_START` before the first
 * @param day the calendar day, as a date at midnight UTC or as "2026-02-28"
 */
export function chainHash(
  previous: Uint8Array,
  seq: bigint | number,
  day: Date | string,
  entryClass: string,
  sealed: Uint8Array,
): Bytes {
  if (previous.length !== 32) throw new RangeError("a link has 32 bytes");
  const dayText = typeof day === "string" ? day : day.toISOString().slice(0, 10);
  return sha256(previous, u64be(BigInt(seq)), sized(utf8(dayText)), sized(utf8(entryClass)), sized(sealed));
}

function sized(bytes: Uint8Array): Bytes {
  return concat(u32be(bytes.length), bytes);
}
