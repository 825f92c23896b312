import { type Bytes, bytesEqual, concat, utf8 } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";
import { ctx, newSha256 } from "./hash.server.ts";
import { isZero, padme } from "./padding.server.ts";
import { primitives, STREAM_HEADER_BYTES, STREAM_OVERHEAD_BYTES, STREAM_STATE_BYTES } from "./primitives.server.ts";
import { newSecret, type Secret, usable } from "./secret.server.ts";
import { inChunks } from "./stream-chunks.server.ts";

export interface FilePlace {
  readonly caseId: string;
  readonly fileId: string;
}

/** What the sealed file record must keep of the original. */
export interface FileFacts {
  readonly sizeBytes: number;
  /** SHA-256 of the original, hexadecimal: its value as evidence */
  readonly sha256: string;
}

export interface SealingFile {
  /** the object to store; read it to its end */
  readonly sealed: AsyncGenerator<Bytes, void, undefined>;
  /** @throws RangeError before the stream has been read to its end */
  facts(): FileFacts;
}

const MAGIC = concat(utf8("SEF1"), Uint8Array.of(0x01));
const HEAD_BYTES = MAGIC.length + STREAM_HEADER_BYTES;
export const CHUNK_BYTES = 65_536;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + STREAM_OVERHEAD_BYTES;
const NOTHING = new Uint8Array(0);

/**
 * Seals a file of any size in little memory: `"SEF1" ‖ 01 ‖ header(24)`, then secretstream chunks of 64 KiB. The first is
 * bound to case and file, each to the one before, the last carries the FINAL tag; zeros hide the size (Padmé).
 * @param key a key of this file alone
 */
export function sealFile(key: Secret, place: FilePlace, original: AsyncIterable<Uint8Array>): SealingFile {
  let facts: FileFacts | null = null;
  async function* run(): AsyncGenerator<Bytes, void, undefined> {
    const stream = primitives.streamSealer(usable(key), newSecret(STREAM_STATE_BYTES));
    const measured = measure(original);
    yield concat(MAGIC, stream.header);
    let aad = boundTo(place);
    for await (const { chunk, last } of inChunks(padded(measured), CHUNK_BYTES)) {
      yield stream.push(chunk, aad, last);
      aad = NOTHING;
    }
    facts = measured.facts();
  }
  return {
    sealed: run(),
    facts: () => {
      if (facts === null) throw new RangeError("the file has not been read to its end");
      return facts;
    },
  };
}

/**
 * Gives the original back, chunk by chunk, each verified before it is given. Treat everything as void if it throws:
 * only the end proves that nothing was cut off.
 * @param sizeBytes the true size, from the sealed file record
 * @throws SealBroken at the first chunk that is not the next one of this file
 */
export async function* openFile(
  key: Secret,
  place: FilePlace,
  sizeBytes: number,
  object: AsyncIterable<Uint8Array>,
): AsyncGenerator<Bytes, void, undefined> {
  const { head, rest } = await beheaded(object);
  const stream = primitives.streamOpener(usable(key), head, newSecret(STREAM_STATE_BYTES));
  let aad = boundTo(place);
  let before = 0;
  for await (const { chunk, last } of inChunks(rest, SEALED_CHUNK_BYTES)) {
    const opened = stream.pull(chunk, aad);
    if (!opened || opened.final !== last) throw new SealBroken();
    aad = NOTHING;
    const { plain } = opened;
    const own = Math.min(plain.length, Math.max(0, sizeBytes - before));
    if (!isZero(plain, own)) throw new SealBroken();
    before += plain.length;
    if (last && before !== padme(sizeBytes)) throw new SealBroken();
    if (own > 0) yield own === plain.length ? plain : plain.slice(0, own);
  }
}

/** Passes a file on and counts what passes. */
function measure(original: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> & { facts(): FileFacts } {
  const hash = newSha256();
  let sizeBytes = 0;
  return {
    async *[Symbol.asyncIterator]() {
      for await (const piece of original) {
        hash.update(piece);
        sizeBytes += piece.length;
        yield piece;
      }
    },
    facts: () => ({ sizeBytes, sha256: hash.hex() }),
  };
}

async function* padded(original: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of original) {
    size += piece.length;
    yield piece;
  }
  for (let left = padme(size) - size; left > 0; left -= CHUNK_BYTES) yield new Uint8Array(Math.min(left, CHUNK_BYTES));
}

/** Takes the fixed head off a stream of pieces of any size. */
async function beheaded(object: AsyncIterable<Uint8Array>) {
  const pieces = object[Symbol.asyncIterator]();
  let start: Bytes = NOTHING;
  while (start.length < HEAD_BYTES) {
    const { value, done } = await pieces.next();
    if (done) throw new SealBroken();
    start = concat(start, value);
  }
  if (!bytesEqual(start.subarray(0, MAGIC.length), MAGIC)) throw new SealBroken();
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield start.subarray(HEAD_BYTES);
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { head: start.subarray(MAGIC.length, HEAD_BYTES), rest: rest() };
}

function boundTo({ caseId, fileId }: FilePlace): Bytes {
  return ctx("file", caseId, fileId);
}
