// Reads an archive by its directory, and nothing before its sizes are known to be harmless.
// @ts-check
import { inflateRawSync } from "node:zlib";
import { NoCopy } from "./findings.mjs";

const MOST_ENTRIES = 1_000;
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;
const HIGHEST_RATIO = 100;
const [END, DIRECTORY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const ENCRYPTED = 0x0001;

/** @typedef {{ name: string, method: number, packedBytes: number, sizeBytes: number, at: number }} Entry */

/**
 * @param {Buffer} bytes
 * @returns {Map<string, Entry>} parts by name, as the directory has them
 * @throws NoCopy for bombs, encryption and whatever says two things at once
 */
export function directoryOf(bytes) {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new NoCopy("bomb");
  const entries = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    const { entry, next } = entryAt(bytes, at);
    // Two parts of one name: a reader of the copy and a reader of the original might see different ones.
    if (entries.has(entry.name)) throw new NoCopy("damaged");
    entries.set(entry.name, entry);
    at = next;
  }
  refuseBombs([...entries.values()], bytes.length);
  return entries;
}

/**
 * @param {Buffer} bytes
 * @param {Entry} entry
 */
export function partOf(bytes, { at, packedBytes, sizeBytes, method }) {
  if (bytes.readUInt32LE(at) !== LOCAL) throw new NoCopy("damaged");
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes) throw new NoCopy("damaged");
  if (method === 0) return packed;
  if (method !== 8) throw new NoCopy("damaged");
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, sizeBytes) });
  } catch (error) {
    // The directory said less than there is.
    throw new NoCopy(/** @type {NodeJS.ErrnoException} */ (error).code === "ERR_BUFFER_TOO_LARGE" ? "bomb" : "damaged");
  }
}

function endOf(/** @type {Buffer} */ bytes) {
  const from = Math.max(0, bytes.length - 65_557);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < from || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw new NoCopy("damaged");
  return end;
}

function entryAt(/** @type {Buffer} */ bytes, /** @type {number} */ at) {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY) throw new NoCopy("damaged");
  if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw new NoCopy("encrypted");
  const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
  const entry = {
    name: bytes.toString("utf8", at + 46, at + 46 + Number(name)).replace(/^\/+/, ""),
    method: bytes.readUInt16LE(at + 10),
    packedBytes: bytes.readUInt32LE(at + 20),
    sizeBytes: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  };
  return { entry, next: at + 46 + Number(name) + Number(extra) + Number(comment) };
}

/** Entries that share their bytes are the oldest way to put a thousand files into one. */
function refuseBombs(/** @type {Entry[]} */ entries, /** @type {number} */ archiveBytes) {
  const unpacked = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (unpacked > MOST_UNPACKED_BYTES || unpacked / archiveBytes > HIGHEST_RATIO) throw new NoCopy("bomb");
  const inOrder = [...entries].sort((a, b) => a.at - b.at);
  if (inOrder.some(({ at, packedBytes }, index) => at + packedBytes > (inOrder[index + 1]?.at ?? archiveBytes)))
    throw new NoCopy("bomb");
}
