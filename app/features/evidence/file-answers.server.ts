import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import type { LoadContext } from "#app/access/load-context.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { DOWNLOAD_POLICY } from "#app/platform/http/security-headers.ts";
import { CLEAN_TYPES } from "#app/platform/sanitiser/file-kinds.ts";
import { type FileHalf, type FileRecord, hasCopy } from "./evidence-file.ts";
import { findCopy, findHalf } from "./evidence-queries.server.ts";
import { picturesOf } from "./file-page.server.ts";

/** A file that an address names. */
export interface FileAddress {
  readonly caseId: CaseId;
  readonly fileId: string;
}

/** Where a long answer asks whether somebody still reads. */
type Line = Pick<LoadContext, "taken">;

/** The clean copy as a download. @throws Response the page of what is not there */
export async function copyAnswer(actor: Actor, { caseId, fileId }: FileAddress, line: Line): Promise<Response> {
  const { record, bytes } = (await findCopy(actor, caseId, fileId)) ?? absent();
  if (!hasCopy(record.copy)) throw notFound();
  const { kind, sizeBytes } = record.copy;
  return answer(line, bytes, sizeBytes, {
    "Content-Type": CLEAN_TYPES[kind],
    "Content-Disposition": `attachment; filename="${generatedName("copy", record, kind)}"`,
  });
}

/**
 * One picture of the clean copy, to be seen in a page: the copy itself, or a page of it as it was drawn. The only thing of an upload
 * that is ever shown and not downloaded. @throws Response the page of what is not there
 */
export async function pictureAnswer(
  actor: Actor,
  { caseId, fileId, number }: FileAddress & { readonly number: number },
  line: Line,
): Promise<Response> {
  const { record, bytes } = (await findCopy(actor, caseId, fileId)) ?? absent();
  if (!hasCopy(record.copy) || number > picturesOf(record.copy)) throw notFound();
  const { kind, sizeBytes, pages } = record.copy;
  const page = pages[number - 1];
  if (page) return answer(line, slice(bytes, page), page[1], { "Content-Type": CLEAN_TYPES.jpg });
  return answer(line, bytes, sizeBytes, { "Content-Type": CLEAN_TYPES[kind] });
}

/**
 * The original as a download, of no type that a program would open by itself. That it is taken was recorded before.
 * @throws Response the page of what is not there
 */
export async function originalAnswer(actor: Actor, { caseId, fileId }: FileAddress, line: Line): Promise<Response> {
  const { record, bytes } = (await findHalf(actor, caseId, fileId, "original")) ?? absent();
  return answer(line, bytes, record.sizeBytes, {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": `attachment; filename="${generatedName("original", record, record.kind)}"`,
  });
}

/** Says nothing of what it is or whose; its digits are the beginning of the original's hash, by which a file is found again. */
const generatedName = (half: FileHalf, { sha256 }: FileRecord, kind: string) => `${half}-${sha256.slice(0, 8)}.${kind}`;

function absent(): never {
  throw notFound();
}

function answer(line: Line, bytes: AsyncGenerator<Uint8Array>, sizeBytes: number, headers: HeadersInit): Response {
  return new Response(streamOf(bytes, line), {
    headers: {
      ...headers,
      "Content-Length": String(sizeBytes),
      "Content-Security-Policy": DOWNLOAD_POLICY,
    },
  });
}

/** Piece by piece, as they are taken: a slow reader holds one of them and not the whole file. */
export function streamOf(bytes: AsyncGenerator<Uint8Array>, { taken }: Line): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (taken && !(await taken())) {
          await bytes.return(undefined);
          return controller.close();
        }
        const { value, done } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await bytes.return(undefined)),
    },
    { highWaterMark: 0 },
  );
}

async function* slice(
  bytes: AsyncGenerator<Uint8Array>,
  [offset, sizeBytes]: readonly [number, number],
): AsyncGenerator<Uint8Array> {
  let before = 0;
  for await (const piece of bytes) {
    const own = piece.subarray(Math.max(0, offset - before), Math.max(0, offset + sizeBytes - before));
    before += piece.length;
    if (own.length > 0) yield own;
    if (before >= offset + sizeBytes) return;
  }
}
