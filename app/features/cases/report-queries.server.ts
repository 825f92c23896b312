import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { CaseId, DraftId } from "#app/kernel/id.ts";
import { type OwnCase, openOwnCase } from "./case-queries.server.ts";
import { type Draft, findDraft } from "./draft-commands.server.ts";
import { type ReportReaders, readersOfCase, readersOfDraft } from "./report-readers.server.ts";

/** What a reporter's pages show besides the report itself: who can read it. */

export interface ReadDraft {
  readonly draft: Draft;
  readonly readers: ReportReaders;
}

/** @returns null for a draft that is not there or another organisation's; both look the same */
export function findDraftWithReaders(actor: Actor, draftId: DraftId): Promise<ReadDraft | null> {
  return withActor(actor, async (tx) => {
    const draft = await findDraft(actor, tx, draftId);
    return draft && { draft, readers: await readersOfDraft(actor, tx, draft.report) };
  });
}

export interface ReadCase {
  readonly own: OwnCase;
  readonly readers: ReportReaders;
}

/** @returns null for a case that is not there or another organisation's; both look the same */
export function findOwnCaseWithReaders(actor: Actor, caseId: CaseId): Promise<ReadCase | null> {
  return withActor(actor, async (tx) => {
    const own = await openOwnCase(actor, tx, caseId);
    return own && { own, readers: await readersOfCase(tx, caseId) };
  });
}
