import type { Actor } from "#app/access/actor.ts";
import { type Refused, refused } from "#app/access/answers.server.ts";
import type { SentFile } from "#app/access/upload-body.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { takeFiles } from "./taken-files.server.ts";
import { isTaken } from "./taken-files.ts";

/**
 * Takes the files of a form and tells what became of them, for the page they were sent from. It is no redirect: names must not
 * stand in an address, and sending the page again adds nothing.
 */
export async function answerToFiles(
  actor: Actor,
  caseId: CaseId,
  files: AsyncIterable<SentFile>,
): Promise<Response | Refused> {
  const { outcomes } = await takeFiles(actor, caseId, files);
  if (outcomes.length === 0) return refused({ kind: "invalid", code: "file.none-sent" });
  return Response.json({ outcomes }, { status: outcomes.every(isTaken) ? 200 : 422 });
}
