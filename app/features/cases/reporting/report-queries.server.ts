import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKeys } from "#app/features/cases/case-keys.server.ts";
import { type ListedCase, listed, type OwnCase, openOwnCase } from "#app/features/cases/case-queries.server.ts";
import type { CaseId, DraftId } from "#app/kernel/id.ts";
import { type Draft, findDraft, openDraft } from "./report-draft.server.ts";
import { type ReportReaders, readersOfCase, readersOfDraft } from "./report-readers.server.ts";

const MOST_LISTED = 200;

/** A draft, and who will read it once it is sent. */
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

/** A sent case, and who can read it. */
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

/** @returns null for a draft that is not there or another organisation's; both look the same */
export function findOwnDraft(actor: Actor, draftId: DraftId): Promise<Draft | null> {
  return withActor(actor, (tx) => findDraft(actor, tx, draftId));
}

/** The organisation's cases, latest first, and its drafts. */
export function listOwnReports(actor: Actor): Promise<{ cases: ListedCase[]; drafts: Draft[] }> {
  return withActor(actor, async (tx) => {
    const rows = await tx.case.findMany({ where: { organisationId: actor.organisationId }, take: MOST_LISTED });
    const keys = await openCaseKeys(
      actor,
      tx,
      rows.map(({ id }) => id),
    );
    const cases = rows.flatMap((row) => listed(row, keys.get(row.id)));
    const draftRows = await tx.caseDraft.findMany({ where: { organisationId: actor.organisationId ?? "" } });
    const drafts = [];
    for (const row of draftRows) drafts.push(await openDraft(actor, tx, row));
    return { cases: cases.sort((a, b) => b.copy.receivedAt.localeCompare(a.copy.receivedAt)), drafts };
  });
}

/** @returns null for a case that is not there or not the actor's; both look the same */
export function findOwnCase(actor: Actor, caseId: CaseId): Promise<OwnCase | null> {
  return withActor(actor, (tx) => openOwnCase(actor, tx, caseId));
}
