import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { type CopyRecord, hasCopy } from "./evidence-file.ts";
import { whyFull } from "./evidence-limits.ts";
import { type CaseFiles, findFiles, type ListedFile } from "./evidence-queries.server.ts";
import { type FilePageData, type FileRow, type FileSide, type FilesPageData, sideOfFiles } from "./file-page.ts";
import { FILE_PLACES } from "./file-places.ts";

/** @throws Response the page of what is not there */
export async function readFilesPage(actor: Actor, caseId: CaseId): Promise<FilesPageData> {
  const found = await opened(actor, caseId);
  return {
    caseId,
    reference: caseReference(caseId),
    files: found.files.map(rowOf),
    trail: found.trail.toReversed(),
    closed: whyClosed(actor, found),
  };
}

/** @param wanted which picture of the copy, as an address says it @throws Response as `readFilesPage` */
export async function readFilePage(
  actor: Actor,
  { caseId, fileId }: { readonly caseId: CaseId; readonly fileId: string },
  wanted: string | null = null,
): Promise<FilePageData> {
  const { files, trail } = await opened(actor, caseId);
  const found = files.find((file) => file.fileId === fileId);
  if (!found) throw notFound();
  const file = rowOf(found);
  const pictures = "none" in file.copy ? 0 : file.copy.pictures;
  const picture = pictures > 0 ? Math.min(pictures, Math.max(1, Number.parseInt(wanted ?? "1", 10) || 1)) : null;
  const own = trail.filter((step) => step.fileId === fileId).toReversed();
  return { caseId, reference: caseReference(caseId), file, trail: own, picture };
}

/** The files of a case by name, with the way to each, for a page of another room. */
export async function fileLinks(actor: Actor, caseId: CaseId, side: FileSide) {
  const { files } = await opened(actor, caseId);
  return files.map(({ fileId, record: { name } }) => ({ fileId, name, href: FILE_PLACES[side].file(caseId, fileId) }));
}

async function opened(actor: Actor, caseId: CaseId): Promise<CaseFiles> {
  const found = await findFiles(actor, caseId);
  if (!found) throw notFound();
  return found;
}

function whyClosed(actor: Actor, { status, files }: CaseFiles): string | null {
  if (!isUsable(status)) return "case.ended";
  return whyFull(sideOfFiles(actor), files.length);
}

function rowOf({ fileId, record, hasOriginal }: ListedFile): FileRow {
  const { name, kind, sizeBytes, sha256, receivedAt, copy } = record;
  return {
    fileId,
    name,
    kind,
    sizeBytes,
    sha256,
    receivedOn: receivedAt.slice(0, 10),
    hasOriginal,
    copy: hasCopy(copy)
      ? { kind: copy.kind, sizeBytes: copy.sizeBytes, removed: copy.removed, pictures: picturesOf(copy) }
      : copy,
  };
}

/** A picture is one itself; a document has one for each of its pages, where the reader draws them. */
export function picturesOf({ kind, pages }: CopyRecord): number {
  return kind === "jpg" || kind === "png" ? 1 : pages.length;
}
