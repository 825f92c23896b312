import type { Actor } from "#app/access/actor.ts";
import { type Refused, refused } from "#app/access/answers.server.ts";
import type { SentFile } from "#app/access/upload-body.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Result } from "#app/kernel/result.ts";
import { takeFiles } from "./taken-files.server.ts";
import { isTaken, NOTHING_SENT } from "./taken-files.ts";

interface Carried {
  /** behind the form's fields */
  readonly files: AsyncIterable<SentFile>;
  /** ids of files of the case that the form names besides */
  readonly named: readonly string[];
}

/**
 * Takes the files that came with a form of another room, such as a message, then does what that room does with all of them by
 * id. It waits until every one is there: where one is not, nothing is done and the form comes back holding the others.
 * @returns null where it was done
 */
export async function withAttachments(
  actor: Actor,
  caseId: CaseId,
  { files, named }: Carried,
  act: (actor: Actor, fileIds: readonly string[]) => Promise<Result<unknown>>,
): Promise<Refused | null> {
  const { outcomes, isWhole } = await takeFiles(actor, caseId, files);
  const taken = outcomes.flatMap(({ fileId }) => fileId ?? []);
  const holds = { files: [...new Set([...named, ...taken])] };
  const notTaken = outcomes.filter((outcome) => !isTaken(outcome));
  if (!isWhole || notTaken.length > 0) return refused(NOTHING_SENT, { holds, told: { notTaken } });
  const done = await act(carrying(actor, taken), holds.files);
  return done.ok ? null : refused(done.refusal, { holds });
}

/** The same words with other files are another act, as other words are. A file that is sent again keeps its id, and is the same. */
function carrying(actor: Actor, taken: readonly string[]): Actor {
  if (!actor.submission) return actor;
  const action = [actor.submission.action, ...taken].join("#");
  return { ...actor, submission: { ...actor.submission, action } };
}
