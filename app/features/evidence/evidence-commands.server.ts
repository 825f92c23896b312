import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { deleteObject } from "#app/platform/blob-store/objects.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { FILE_LIMIT_BYTES, type FileKind, kindOfName } from "#app/platform/sanitiser/file-kinds.ts";
import type { FileRecord } from "./evidence-file.ts";
import { mayTake } from "./evidence-limits.ts";
import { sealFileKey, sealRecord } from "./evidence-seals.server.ts";
import { shownName } from "./shown-name.ts";
import { forgetFile, type StoredFile, storeFile } from "./stored-file.server.ts";

export interface SentFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Takes a file for a case: sealed as it came, with a clean copy where one can be made. Outside of a transaction while bytes
 * move, for a slow line must not hold one; what is refused at the end leaves nothing on the disk.
 */
export async function addFile(actor: Actor, caseId: CaseId, sent: SentFile): Promise<Result<{ fileId: string }>> {
  const name = shownName(sent.name);
  const kind = kindOfName(name);
  if (!kind) return refuse({ kind: "invalid", code: "file.kind" });
  const ready = await withActor(actor, async (tx) => {
    const counted = countWrite(actor, caseId);
    return counted.ok ? readyFor(tx, caseId) : counted;
  });
  if (!ready.ok) return ready;
  const fileId = newId();
  const limited = upTo(FILE_LIMIT_BYTES, sent.bytes);
  const stored = await storeFile({ caseId, fileId, kind }, limited.pieces).catch((error: unknown) => {
    if (limited.isOver()) return null;
    throw error;
  });
  if (!stored) return refuse({ kind: "invalid", code: "file.too-large" });
  const kept = await keepFile(actor, caseId, { fileId, name, kind }, stored).catch(async (error: unknown) => {
    await forgetFile(stored);
    throw error;
  });
  if (!kept.ok) await forgetFile(stored);
  return kept;
}

function keepFile(actor: Actor, caseId: CaseId, named: Named, stored: StoredFile): Promise<Result<{ fileId: string }>> {
  return recorded(actor, async (tx, record) => {
    // Two uploads at once would both find the last place free.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`thaw.files.${actor.organisationId}`}))::text`;
    const { original, copy } = stored;
    const ready = await readyFor(tx, caseId, original.bytes + (copy?.bytes ?? 0));
    if (!ready.ok) return ready;
    const key = await openCaseKey(actor, tx, caseId);
    const { fileId } = named;
    await tx.evidenceFile.createMany({
      data: {
        id: fileId,
        caseId,
        objectName: original.name,
        objectBytes: original.bytes,
        sealedKey: sealFileKey(key, fileId, "original", original.key),
        copyName: copy?.name ?? null,
        copyBytes: copy?.bytes ?? 0,
        sealedCopyKey: copy && sealFileKey(key, fileId, "copy", copy.key),
        sealed: sealRecord(key, fileId, recordOf(named, stored)),
      },
    });
    await record({ action: "case.file-added", subjectId: caseId, caseStep: { caseId, shown: "case", key } });
    return ok({ fileId });
  });
}

/**
 * Throws the original away for good; what was known of it and its clean copy stay. Its reporter alone may, also after a withdrawal.
 */
export async function discardOriginal(actor: Actor, caseId: CaseId, fileId: string): Promise<Result<null>> {
  let object: string | null = null;
  const discarded = await recorded(actor, async (tx, record) => {
    const file = await tx.evidenceFile.findUnique({ where: { id: fileId, caseId } });
    if (!file?.objectName) return refuse({ kind: "not-found", code: "file.none" });
    const { count } = await tx.evidenceFile.updateMany({
      where: { id: fileId, objectName: file.objectName },
      data: { objectName: null, objectBytes: 0, sealedKey: null },
    });
    if (count === 0) return refuse({ kind: "not-found", code: "file.none" });
    const key = await openCaseKey(actor, tx, caseId);
    await record({ action: "case.original-discarded", subjectId: caseId, caseStep: { caseId, shown: "case", key } });
    object = file.objectName;
    return ok(null);
  });
  // Only now is it certain. What a stop in between leaves is without a key and goes with the next sweep.
  if (object) await deleteObject(object);
  return discarded;
}

/** Whether the case takes another file of this size. */
async function readyFor(tx: Transaction, caseId: CaseId, more = 0): Promise<Result<null>> {
  const row = await findCaseRow(tx, caseId);
  if (!row) return refuse({ kind: "not-found", code: "case.none" });
  if (!isUsable(row.status as CaseStatus)) return refuse({ kind: "conflict", code: "case.ended" });
  const files = await tx.evidenceFile.count({ where: { caseId } });
  // Row-level security shows the acting organisation's files and no others.
  const { _sum } = await tx.evidenceFile.aggregate({ _sum: { objectBytes: true, copyBytes: true } });
  return mayTake({ files, stored: (_sum.objectBytes ?? 0) + (_sum.copyBytes ?? 0), more });
}

interface Named {
  readonly fileId: string;
  readonly name: string;
  readonly kind: FileKind;
}

function recordOf({ name, kind }: Named, { original, clean }: StoredFile): FileRecord {
  const copy =
    typeof clean === "string"
      ? { none: clean }
      : { kind: clean.kind, sizeBytes: clean.bytes.length, removed: clean.removed, pages: clean.pages };
  return { name, kind, ...original.facts, receivedAt: now().toISOString(), copy };
}

/** Passes a stream on until it is longer than a file may be. */
function upTo(limitBytes: number, given: AsyncIterable<Uint8Array>) {
  let sizeBytes = 0;
  async function* pieces() {
    for await (const piece of given) {
      sizeBytes += piece.length;
      if (sizeBytes > limitBytes) throw new RangeError("the file is too large");
      yield piece;
    }
  }
  return { pieces: pieces(), isOver: () => sizeBytes > limitBytes };
}
