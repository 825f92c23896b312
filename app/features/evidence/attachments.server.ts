import type { Actor } from "#app/access/actor.ts";
import type { SentFile } from "#app/access/upload-body.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { takeFiles } from "./taken-files.server.ts";
import { type FileOutcome, isTaken } from "./taken-files.ts";

interface Attachments {
  /** ids of the files that are the case's now, or were already: the same file is taken once, however often its form is sent */
  readonly taken: readonly string[];
  readonly notTaken: readonly FileOutcome[];
}

/** Takes the files that came with a form of another room, such as a message. What that room does waits until all are there. */
export async function takeAttachments(
  actor: Actor,
  caseId: CaseId,
  files: AsyncIterable<SentFile>,
): Promise<Attachments> {
  const outcomes = await takeFiles(actor, caseId, files);
  return {
    taken: outcomes.flatMap(({ fileId }) => fileId ?? []),
    notTaken: outcomes.filter((outcome) => !isTaken(outcome)),
  };
}
