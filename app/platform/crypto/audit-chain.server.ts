import { type Bytes, concat, u32be, u64be, utf8 } from "./bytes.server.ts";
import { sha256 } from "./hash.server.ts";

/** What the first entry follows. */
export const CHAIN_START: Bytes = new Uint8Array(32);

/**
 * One link of the audit chain: SHA-256(previous(32) ‖ seq(u64be) ‖ day ‖ class ‖ sealed), where the last three carry their
 * length as u32be, so that no two different entries read the same.
 * @param previous hash of the entry before; `CHAIN_START` before the first
 * @param day the calendar day, such as "2026-02-28"
 */
export function chainHash(
  previous: Uint8Array,
  seq: bigint | number,
  day: string,
  entryClass: string,
  sealed: Uint8Array,
): Bytes {
  if (previous.length !== 32) throw new RangeError("a link has 32 bytes");
  return sha256(previous, u64be(BigInt(seq)), sized(utf8(day)), sized(utf8(entryClass)), sized(sealed));
}

function sized(bytes: Uint8Array): Bytes {
  return concat(u32be(bytes.length), bytes);
}
