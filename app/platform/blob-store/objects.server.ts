import { createReadStream } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { now } from "#app/platform/clock.server.ts";
import { newObjectName } from "#app/platform/crypto/random.server.ts";
import { flushFolder, type ObjectName, objectFolder, partialOf, pathOf } from "./object-folder.server.ts";

const SEALED_STREAM = Buffer.from("SEF1\u0001", "latin1");
const DAY_MS = 86_400_000;

/**
 * Stores a sealed stream, whole or not at all.
 * @returns the name to keep in a row; the object has reached the disk by then
 * @throws RangeError when the stream is not a sealed one, and whatever the stream or the disk throws; nothing is left then
 */
export async function writeObject(sealed: AsyncIterable<Uint8Array>): Promise<{ name: ObjectName; sizeBytes: number }> {
  const folder = await objectFolder();
  const name = newObjectName();
  const path = pathOf(folder, name);
  const partial = partialOf(path);
  try {
    const sizeBytes = await writeFlushed(partial, sealed);
    await rename(partial, path);
    await flushFolder(folder);
    return { name, sizeBytes };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** An object as a stream, as it lies on the disk. @throws when there is none of that name */
export async function* readObject(name: ObjectName): AsyncGenerator<Uint8Array, void, undefined> {
  yield* createReadStream(pathOf(await objectFolder(), name), { highWaterMark: 65_536 });
}

/** Deletes for good. An object that is not there is no error: erasing may be tried again. */
export async function deleteObject(name: ObjectName): Promise<void> {
  const folder = await objectFolder();
  await rm(pathOf(folder, name), { force: true });
  await flushFolder(folder);
}

async function writeFlushed(path: string, sealed: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(path, "wx", 0o600);
  try {
    const sizeBytes = await writeAll(file, sealed);
    const today = new Date(Math.floor(now().getTime() / DAY_MS) * DAY_MS);
    await file.utimes(today, today);
    await file.sync();
    return sizeBytes;
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, sealed: AsyncIterable<Uint8Array>): Promise<number> {
  let sizeBytes = 0;
  for await (const piece of sealed) {
    if (sizeBytes === 0) refusePlain(piece);
    await file.writeFile(piece);
    sizeBytes += piece.length;
  }
  if (sizeBytes === 0) throw new RangeError("an empty stream is not a sealed one");
  return sizeBytes;
}

/** The head of a sealed stream leaves the sealer in one piece. */
function refusePlain(piece: Uint8Array): void {
  if (!SEALED_STREAM.equals(piece.subarray(0, SEALED_STREAM.length)))
    throw new RangeError("only sealed streams are stored");
}
