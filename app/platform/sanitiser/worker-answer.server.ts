import { z } from "zod";
import { ok } from "#app/kernel/result.ts";
import { noCopy, type Sanitised } from "./clean-copy.ts";
import { CLEAN_TYPES, type CleanKind } from "./file-kinds.ts";
import { NO_COPY, REMOVED } from "./findings.ts";

/** A copy is at most this long; the worker keeps well below it. */
export const COPY_LIMIT_BYTES = 48 * 1024 * 1024;
const HEAD_LIMIT_BYTES = 65_536;
const NEW_LINE = 10;

const count = z.number().int().nonnegative();
const copyHead = z.object({
  copy: z.enum(Object.keys(CLEAN_TYPES) as [CleanKind]),
  sizeBytes: count.max(COPY_LIMIT_BYTES),
  removed: z.array(z.enum(REMOVED)),
  pages: z.array(z.tuple([count, count])).max(300),
});
const head = z.union([copyHead, z.object({ none: z.enum(NO_COPY) })]);

/**
 * Reads what the worker says: one line of JSON, then the copy. The worker may have been taken over by the file it read, so
 * nothing of it is believed: codes come from the lists, sizes and pages have to fit the bytes.
 * @returns null where it makes no sense
 */
export async function readAnswer(stdout: AsyncIterable<Buffer>, tooLong: () => void): Promise<Sanitised | null> {
  let held: Buffer = Buffer.alloc(0);
  let sizeBytes = 0;
  for await (const piece of stdout) {
    if (sizeBytes + piece.length > COPY_LIMIT_BYTES + HEAD_LIMIT_BYTES) {
      tooLong();
      return null;
    }
    if (sizeBytes + piece.length > held.length) held = moved(held.subarray(0, sizeBytes), piece.length);
    piece.copy(held, sizeBytes);
    sizeBytes += piece.length;
  }
  return answerIn(held.subarray(0, sizeBytes));
}

/** Into room for the whole answer once its head tells how long that is, so that a copy is never in memory twice. */
function moved(held: Buffer, moreBytes: number): Buffer {
  const end = held.indexOf(NEW_LINE);
  const said = end < 0 ? null : copyHead.safeParse(parsed(held.toString("utf8", 0, end)));
  const announced = said?.success ? end + 1 + said.data.sizeBytes : 0;
  const room = Buffer.allocUnsafe(Math.max(announced, held.length + moreBytes));
  held.copy(room);
  return room;
}

export function answerIn(bytes: Buffer): Sanitised | null {
  const end = bytes.subarray(0, HEAD_LIMIT_BYTES).indexOf(NEW_LINE);
  const said = end < 0 ? null : head.safeParse(parsed(bytes.toString("utf8", 0, end)));
  if (!said?.success) return null;
  if ("none" in said.data) return noCopy(said.data.none);
  const { copy: kind, removed, pages, sizeBytes } = said.data;
  const copy = bytes.subarray(end + 1);
  const inside = pages.every(([offset, size]) => offset + size <= copy.length && begins(copy.subarray(offset), "jpg"));
  if (copy.length !== sizeBytes || sizeBytes === 0 || !inside || !begins(copy, kind)) return null;
  return ok({ kind, bytes: copy, removed, pages });
}

const BEGINNINGS: Readonly<Record<CleanKind, string>> = {
  jpg: "\xff\xd8\xff",
  png: "\x89PNG\r\n\x1a\n",
  pdf: "%PDF-1.4\n",
  docx: "PK\x03\x04",
  txt: "",
};

const begins = (bytes: Buffer, kind: CleanKind) => {
  const beginning = Buffer.from(BEGINNINGS[kind], "latin1");
  return beginning.equals(bytes.subarray(0, beginning.length));
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
