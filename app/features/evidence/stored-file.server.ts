import { deleteObject, readObject, writeObject } from "#app/platform/blob-store/objects.server.ts";
import { type FileFacts, type FilePlace, openFile, sealFile } from "#app/platform/crypto/files.server.ts";
import { newSecretKey, type Secret, wipe } from "#app/platform/crypto/secret.server.ts";
import type { CleanCopy } from "#app/platform/sanitiser/clean-copy.ts";
import type { FileKind } from "#app/platform/sanitiser/file-kinds.ts";
import type { NoCopy } from "#app/platform/sanitiser/findings.ts";
import { sanitise } from "#app/platform/sanitiser/sanitise.server.ts";
import { placeOf } from "./evidence-seals.server.ts";

/** A sealed object and the key that opens it, before a row holds either. */
export interface Stored {
  readonly name: string;
  readonly bytes: number;
  readonly key: Secret;
  readonly facts: FileFacts;
}

export interface StoredFile {
  readonly original: Stored;
  readonly clean: CleanCopy | NoCopy;
  readonly copy: Stored | null;
}

/**
 * Seals what arrives, then has the clean copy made from the sealed object and seals that. The plain bytes of the original are only ever
 * in memory, 64 KiB at a time. Nothing is left of either when anything throws.
 */
export async function storeFile(
  { caseId, fileId, kind }: { caseId: string; fileId: string; kind: FileKind },
  pieces: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const place = placeOf(caseId, fileId, "original");
  const original = await store(place, pieces);
  try {
    const opened = openFile(original.key, place, original.facts.sizeBytes, readObject(original.name));
    const made = await sanitise(kind, opened);
    if (!made.ok) return { original, clean: made.refusal.code.slice("file.no-copy.".length) as NoCopy, copy: null };
    const copy = await store(placeOf(caseId, fileId, "copy"), once(made.value.bytes));
    return { original, clean: made.value, copy };
  } catch (error) {
    await forget(original);
    throw error;
  }
}

/** Once both keys are sealed, or of no use any more. */
export function wipeKeys({ original, copy }: StoredFile): void {
  wipe(original.key);
  if (copy) wipe(copy.key);
}

/** Throws away what no row will hold. */
export async function forgetFile({ original, copy }: StoredFile): Promise<void> {
  await forget(original);
  if (copy) await forget(copy);
}

async function store(place: FilePlace, pieces: AsyncIterable<Uint8Array>): Promise<Stored> {
  const key = newSecretKey();
  try {
    const sealing = sealFile(key, place, pieces);
    const { name, sizeBytes } = await writeObject(sealing.sealed);
    return { name, bytes: sizeBytes, key, facts: sealing.facts() };
  } catch (error) {
    wipe(key);
    throw error;
  }
}

async function forget({ name, key }: Stored): Promise<void> {
  wipe(key);
  await deleteObject(name);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
