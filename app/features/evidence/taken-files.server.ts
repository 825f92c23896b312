import type { Actor } from "#app/access/actor.ts";
import type { SentFile } from "#app/access/upload-body.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { BodyBroken } from "#app/platform/http/multipart.server.ts";
import { FILES_AT_ONCE } from "#app/platform/sanitiser/file-kinds.ts";
import { addFile } from "./evidence-commands.server.ts";
import type { FileOutcome } from "./taken-files.ts";

interface TakenFiles {
  /** in the order in which they arrived */
  readonly outcomes: readonly FileOutcome[];
  /** false where the line broke: behind the last file others may have stood, and nobody knows their names */
  readonly isWhole: boolean;
}

/**
 * Takes the files of a form in the order in which they arrive. One that is refused, or breaks off, takes nothing away from the
 * others; and while the reader looks at one the next may come, so that a line is never kept waiting by a decoder.
 */
export async function takeFiles(actor: Actor, caseId: CaseId, files: AsyncIterable<SentFile>): Promise<TakenFiles> {
  const outcomes: Promise<FileOutcome>[] = [];
  let isWhole = true;
  try {
    for await (const file of files) {
      const { sent, ended } = arriving(file);
      const outcome = outcomes.length < FILES_AT_ONCE ? take(actor, caseId, sent) : tooMany(sent);
      outcomes.push(outcome);
      // What it fails with is heard below, once the line is free.
      await Promise.race([ended, outcome.catch(() => null)]);
    }
  } catch (error) {
    if (!(error instanceof BodyBroken)) throw error;
    isWhole = false;
  }
  return { outcomes: await Promise.all(outcomes), isWhole };
}

/** The words of a form that keeps its text do not fit a file, which nobody keeps. */
const TOLD_AS: Readonly<Record<string, string>> = { "rate-limited": "file.too-often" };

async function take(actor: Actor, caseId: CaseId, sent: SentFile): Promise<FileOutcome> {
  const { name } = sent;
  const added = await addFile(actor, caseId, sent);
  return added.ok
    ? { name, fileId: added.value.fileId, refused: null }
    : { name, fileId: null, refused: TOLD_AS[added.refusal.code] ?? added.refusal.code };
}

async function tooMany({ name }: SentFile): Promise<FileOutcome> {
  return { name, fileId: null, refused: "file.too-many-at-once" };
}

/** The same file, and when its last byte was there or it could not go on. */
function arriving({ name, bytes }: SentFile) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  async function* watched() {
    try {
      yield* bytes;
    } finally {
      end();
    }
  }
  return { sent: { name, bytes: watched() }, ended };
}
