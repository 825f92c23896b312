import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import type { SentFile } from "#app/access/upload-body.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { holdCases } from "#app/features/audit/case-history.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { type CaseRow, findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { shownName } from "#app/kernel/shown-name.ts";
import { deleteObject } from "#app/platform/blob-store/objects.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { BodyBroken } from "#app/platform/http/multipart.server.ts";
import { FILE_LIMIT_BYTES, type FileKind, kindOfName } from "#app/platform/sanitiser/file-kinds.ts";
import type { FileRecord } from "./evidence-file.ts";
import { mayTake } from "./evidence-limits.ts";
import { recordSeal, sealFileKey } from "./evidence-seals.server.ts";
import { fileStep } from "./evidence-trail.server.ts";
import { sideOfFiles } from "./file-page.ts";
import { forgetFile, type StoredFile, storeFile, wipeKeys } from "./stored-file.server.ts";

/**
 * Takes a file for a case, from its reporter or from those who work on it: sealed as it came, with a clean copy where one can be
 * made. Outside of a transaction while bytes move, for a slow line must not hold one; what is refused at the end leaves nothing
 * on the disk.
 */
export async function addFile(actor: Actor, caseId: CaseId, sent: SentFile): Promise<Result<{ fileId: string }>> {
  if (!may(actor, "own-file.add") && !may(actor, "file.add")) return refuse({ kind: "not-found", code: "case.none" });
  const name = shownName(sent.name);
  const kind = kindOfName(name);
  if (!kind) return refuse({ kind: "invalid", code: "file.kind" });
  const ready = await withActor(actor, async (tx) => {
    const counted = countWrite(actor, caseId);
    return counted.ok ? readyFor(actor, tx, caseId) : counted;
  });
  if (!ready.ok) return ready;
  // Where several come in one form, a copy may be ready before that of an earlier file.
  const named: Named = { fileId: newId(), name, kind, receivedAt: now().toISOString() };
  const { fileId } = named;
  const arriving = arrivingUpTo(FILE_LIMIT_BYTES, sent.bytes);
  const stored = await storeFile({ caseId, fileId, kind }, arriving.pieces).catch((error: unknown) => {
    if (arriving.fault()) return null;
    throw error;
  });
  if (!stored) return refuse({ kind: "invalid", code: arriving.fault() ?? "file.broken-off" });
  try {
    const kept = await keepFile(actor, caseId, named, stored);
    // A form that was sent twice gets its first answer, which is another object.
    if (!kept.ok || kept.value.fileId !== fileId) await forgetFile(stored);
    return kept;
  } catch (error) {
    await forgetFile(stored);
    throw error;
  } finally {
    wipeKeys(stored);
  }
}

function keepFile(actor: Actor, caseId: CaseId, named: Named, stored: StoredFile): Promise<Result<{ fileId: string }>> {
  return recorded(forThisFile(actor, caseId, named, stored), async (tx, record) => {
    // Its reporter may be withdrawing or erasing it at this moment, and then it takes nothing more.
    await holdCases(tx, [caseId]);
    const row = await findCaseRow(tx, caseId);
    // Two uploads at once would both find the last place free.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`thaw.files.${row?.organisationId ?? caseId}`}))::text`;
    const { original, copy } = stored;
    const ready = await readyFor(actor, tx, caseId, original.bytes + (copy?.bytes ?? 0));
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
        sealed: recordSeal.seal(key, fileId, recordOf(named, stored)),
      },
    });
    await record({ action: "case.file-added", subjectId: caseId, caseStep: fileStep(caseId, fileId, key) });
    return ok({ fileId });
  });
}

/**
 * One form carries several files: its token is good once for each, by name and content, and for no other. Words that came
 * with it do not count: whoever mends them before sending again sends the same file.
 */
function forThisFile(actor: Actor, caseId: CaseId, { name }: Named, { original }: StoredFile): Actor {
  if (!actor.submission) return actor;
  const action = ["file", caseId, original.facts.sha256, name].join("#");
  return { ...actor, submission: { ...actor.submission, action, commands: 0 } };
}

/**
 * Throws the original away for good; what was known of it and its clean copy stay. Its reporter alone may, also after a withdrawal.
 */
export async function discardOriginal(actor: Actor, caseId: CaseId, fileId: string): Promise<Result<null>> {
  if (!may(actor, "own-file.discard")) return refuse({ kind: "not-found", code: "file.none" });
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
    await record({ action: "case.original-discarded", subjectId: caseId, caseStep: fileStep(caseId, fileId, key) });
    object = file.objectName;
    return ok(null);
  });
  // Only now is it certain. What a stop in between leaves is without a key and goes with the next sweep.
  if (object) await deleteObject(object);
  return discarded;
}

/** Whether the case takes another file of this size. */
async function readyFor(actor: Actor, tx: Transaction, caseId: CaseId, more = 0): Promise<Result<null>> {
  const row = await findCaseRow(tx, caseId);
  if (!row) return refuse({ kind: "not-found", code: "case.none" });
  if (!isUsable(row.status as CaseStatus)) return refuse({ kind: "conflict", code: "case.ended" });
  const files = await tx.evidenceFile.count({ where: { caseId } });
  return mayTake({ side: sideOfFiles(actor), files, stored: await storedBeside(tx, row), more });
}

/** What the files of its organisation's cases take up, in bytes, as far as whoever adds one sees them; of its own where it has none. */
async function storedBeside(tx: Transaction, { id, organisationId }: CaseRow): Promise<number> {
  const cases = organisationId ? await tx.case.findMany({ where: { organisationId }, select: { id: true } }) : [{ id }];
  const { _sum } = await tx.evidenceFile.aggregate({
    where: { caseId: { in: cases.map((one) => one.id) } },
    _sum: { objectBytes: true, copyBytes: true },
  });
  return (_sum.objectBytes ?? 0) + (_sum.copyBytes ?? 0);
}

interface Named {
  readonly fileId: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly receivedAt: string;
}

function recordOf({ name, kind, receivedAt }: Named, { original, clean }: StoredFile): FileRecord {
  const copy =
    typeof clean === "string"
      ? { none: clean }
      : { kind: clean.kind, sizeBytes: clean.bytes.length, removed: clean.removed, pages: clean.pages };
  return { name, kind, ...original.facts, receivedAt, copy };
}

/** Passes a file on until it is longer than a file may be, and tells afterwards what was wrong with it. */
function arrivingUpTo(limitBytes: number, given: AsyncIterable<Uint8Array>) {
  let sizeBytes = 0;
  let fault: string | null = null;
  const stopFor = (code: string) => {
    fault = code;
    return new RangeError(code);
  };
  async function* pieces() {
    try {
      for await (const piece of given) {
        sizeBytes += piece.length;
        if (sizeBytes > limitBytes) throw stopFor("file.too-large");
        yield piece;
      }
    } catch (error) {
      throw error instanceof BodyBroken ? stopFor("file.broken-off") : error;
    }
    if (sizeBytes === 0) throw stopFor("file.empty");
  }
  return { pieces: pieces(), fault: () => fault };
}
