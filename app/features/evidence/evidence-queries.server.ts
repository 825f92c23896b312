import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { readObject } from "#app/platform/blob-store/objects.server.ts";
import { openFile } from "#app/platform/crypto/files.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type FileHalf, type FileRecord, hasCopy } from "./evidence-file.ts";
import { openFileKey, placeOf, recordSeal } from "./evidence-seals.server.ts";
import { readTrail } from "./evidence-trail.server.ts";
import type { TrailStep } from "./evidence-trail.ts";

export interface ListedFile {
  readonly fileId: string;
  readonly record: FileRecord;
  /** false once its reporter has discarded it */
  readonly hasOriginal: boolean;
}

/** A file on its way to a person, each piece verified before it is given. */
export interface OpenedFile {
  readonly record: FileRecord;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/** What backs a case, and what was done with it. */
export interface CaseFiles {
  readonly status: CaseStatus;
  /** in the order in which they came */
  readonly files: readonly ListedFile[];
  /** oldest first */
  readonly trail: readonly TrailStep[];
}

/** @returns null for a case that is not there or out of reach; both look the same */
export function findFiles(actor: Actor, caseId: CaseId): Promise<CaseFiles | null> {
  return withActor(actor, async (tx) => {
    const row = await findCaseRow(tx, caseId);
    if (!row) return null;
    const key = await openCaseKey(actor, tx, caseId);
    const rows = await tx.evidenceFile.findMany({ where: { caseId } });
    const files = rows
      .map(({ id, sealed, objectName }) => ({
        fileId: id,
        record: recordSeal.open(key, id, sealed),
        hasOriginal: objectName !== null,
      }))
      .sort((a, b) => a.record.receivedAt.localeCompare(b.record.receivedAt));
    return { status: row.status as CaseStatus, files, trail: await readTrail(tx, caseId, key) };
  });
}

/** How many files back a case; opens none. */
export function countFiles(actor: Actor, caseId: CaseId): Promise<number> {
  return withActor(actor, (tx) => tx.evidenceFile.count({ where: { caseId } }));
}

/** The copy that may be looked at. @returns null where there is none */
export function findCopy(actor: Actor, caseId: CaseId, fileId: string): Promise<OpenedFile | null> {
  return findHalf(actor, caseId, fileId, "copy");
}

/** Either half. Whoever gives it to somebody has written down before that it leaves. @returns null where there is none */
export function findHalf(actor: Actor, caseId: CaseId, fileId: string, half: FileHalf): Promise<OpenedFile | null> {
  return withActor(actor, (tx) => opened(actor, tx, caseId, fileId, half));
}

async function opened(actor: Actor, tx: Transaction, caseId: CaseId, fileId: string, half: FileHalf) {
  const row = await tx.evidenceFile.findUnique({ where: { id: fileId, caseId } });
  const [name, sealedKey] = half === "copy" ? [row?.copyName, row?.sealedCopyKey] : [row?.objectName, row?.sealedKey];
  if (!row || !name || !sealedKey) return null;
  const caseKey = await openCaseKey(actor, tx, caseId);
  const record = recordSeal.open(caseKey, fileId, row.sealed);
  const sizeBytes = half === "original" ? record.sizeBytes : hasCopy(record.copy) ? record.copy.sizeBytes : 0;
  /** The file's key is open only while somebody reads. */
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const key = openFileKey(caseKey, fileId, half, sealedKey as Uint8Array);
    try {
      yield* openFile(key, placeOf(caseId, fileId, half), sizeBytes, readObject(name as string));
    } finally {
      wipe(key);
    }
  }
  return { record, bytes: bytes() };
}
