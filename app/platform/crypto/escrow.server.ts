import { combine, split } from "shamir-secret-sharing";
import { u32be } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";
import { ctx, sha256 } from "./hash.server.ts";
import { KEY_BYTES } from "./primitives.server.ts";
import { randomBelow } from "./random.server.ts";
import { lockAway, type Secret, usable, wipe } from "./secret.server.ts";
import { WORDS, wordIndexes } from "./words.server.ts";

// A share has 33 bytes: 32 of value, one of place. That is 264 bits, exactly 24 words of 11 bits.
const SHARE_WORDS = 24;
const SHARE_BYTES = KEY_BYTES + 1;
const SHEET_WORDS = SHARE_WORDS + 3;
const ROW_WORDS = 3;

/** One person's sheet, read back from paper. */
interface Share {
  readonly set: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Splits a private key into three sheets of paper; any two give it back, one alone tells nothing.
 * @returns three sheets, each nine rows of three words: 24 words of the share, one for the set (all three sheets of one
 *   splitting carry the same), two of checksum
 */
export async function splitSecret(secret: Secret): Promise<[string, string, string]> {
  // The library takes nothing but a plain array, so a copy leaves the locked memory for a moment.
  const plain = usable(secret).slice();
  const [first, second, third] = await split(plain, 3, 2);
  wipe(plain);
  if (!first || !second || !third) throw new RangeError("three shares expected");
  const set = randomBelow(WORDS.length);
  return [sheet(set, first), sheet(set, second), sheet(set, third)];
}

/**
 * @param sheets two or three different sheets of one splitting, as typed
 * @throws SealBroken where a sheet was mistyped, or sheets are the same or of different splittings
 */
export async function joinShares(sheets: readonly string[]): Promise<Secret> {
  const shares = sheets.map(readSheet);
  const places = new Set(shares.map(({ bytes }) => bytes[KEY_BYTES]));
  const sets = new Set(shares.map(({ set }) => set));
  if (shares.length < 2 || places.size !== shares.length || sets.size !== 1) throw new SealBroken();
  const secret = lockAway(await combine(shares.map(({ bytes }) => bytes)));
  for (const { bytes } of shares) wipe(bytes);
  return secret;
}

/** Whether a sheet was typed as it was printed, so that each holder learns of a slip at once. */
export function isEscrowSheet(typed: string): boolean {
  try {
    readSheet(typed);
    return true;
  } catch {
    return false;
  }
}

function sheet(set: number, share: Uint8Array): string {
  const words = [...indexesOf(share), set, ...checksum(set, share)].map((index) => WORDS[index] ?? "");
  wipe(share);
  const rows = Array.from({ length: SHEET_WORDS / ROW_WORDS }, (_, row) =>
    words.slice(row * ROW_WORDS, (row + 1) * ROW_WORDS).join(" "),
  );
  return rows.join("\n");
}

function readSheet(typed: string): Share {
  const indexes = wordIndexes(typed);
  if (indexes?.length !== SHEET_WORDS) throw new SealBroken();
  const bytes = bytesOf(indexes.slice(0, SHARE_WORDS));
  const [set = 0, ...check] = indexes.slice(SHARE_WORDS);
  if (checksum(set, bytes).some((word, at) => word !== check[at])) throw new SealBroken();
  return { set, bytes };
}

/** 22 bits: one slip in four million passes. */
function checksum(set: number, share: Uint8Array): number[] {
  return indexesOf(sha256(ctx("escrow"), u32be(set), share)).slice(0, 2);
}

/** Bits, most significant first, eleven at a time; what is left at the end falls away. */
function indexesOf(bytes: Uint8Array): number[] {
  const indexes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0x7ffff;
    bits += 8;
    if (bits >= 11) {
      bits -= 11;
      indexes.push((held >> bits) & 0x7ff);
    }
  }
  return indexes;
}

function bytesOf(indexes: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SHARE_BYTES);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const index of indexes) {
    held = ((held << 11) | index) & 0x3ffff;
    bits += 11;
    while (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
