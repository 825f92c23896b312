import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { type CaseHistoryEntry, readCaseSteps } from "#app/features/audit/case-history.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId, DraftId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { openCaseKey, openCaseKeys, openNotesKey, openNotesKeys } from "./case-keys.server.ts";
import type { Assessment, CaseBody, ReportedCopy } from "./case-record.ts";
import { caseReference } from "./case-reference.ts";
import { assessment as assessmentSeal, body as bodySeal, reported as reportedSeal } from "./case-seals.server.ts";
import { type Draft, findDraft, openDraft } from "./draft-commands.server.ts";

const MOST_LISTED = 200;

export interface ListedCase {
  readonly id: CaseId;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly copy: ReportedCopy;
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

interface CaseRow {
  readonly id: string;
  readonly status: string;
  readonly sealedFacets: Uint8Array;
}

function listed({ id, status, sealedFacets }: CaseRow, key: Secret | undefined): ListedCase[] {
  if (!key) return [];
  const copy = reportedSeal.open(key, id, sealedFacets);
  return [{ id: id as CaseId, reference: caseReference(id as CaseId), status: status as CaseStatus, copy }];
}

export function readDraft(actor: Actor, draftId: DraftId): Promise<Draft | null> {
  return withActor(actor, (tx) => findDraft(actor, tx, draftId));
}

/** A case as its reporter sees it. */
export interface OwnCase extends ListedCase {
  readonly version: number;
  readonly body: CaseBody;
  readonly steps: readonly CaseHistoryEntry[];
}

/** @returns null for a case that is not there or not the actor's; both look the same */
export function readOwnCase(actor: Actor, caseId: CaseId): Promise<OwnCase | null> {
  return withActor(actor, (tx) => openOwnCase(actor, tx, caseId));
}

export async function openOwnCase(actor: Actor, tx: Transaction, caseId: CaseId): Promise<OwnCase | null> {
  const row = await tx.case.findUnique({ where: { id: caseId } });
  if (!row) return null;
  const key = await openCaseKey(actor, tx, caseId);
  const [shown] = listed(row, key);
  const body = bodySeal.open(key, caseId, row.sealedBody);
  return { ...shown!, version: row.version, body, steps: await readCaseSteps(tx, caseId, "case", key) };
}

/** A case as the team and its lead see it: everything. */
export interface WorkCase extends OwnCase {
  readonly assessment: Assessment;
  readonly notes: readonly CaseHistoryEntry[];
  /** handles of the people who may lead it; empty for a lead, who assigns nobody */
  readonly leads: readonly { readonly id: string; readonly handle: string }[];
}

export function readWorkCase(actor: Actor, caseId: CaseId): Promise<WorkCase | null> {
  return withActor(actor, async (tx) => {
    const opened = await openOwnCase(actor, tx, caseId);
    const sealed = opened && (await tx.caseAssessment.findUnique({ where: { caseId } }));
    if (!opened || !sealed) return null;
    const notesKey = await openNotesKey(actor, tx, caseId);
    const assessment = { ...assessmentSeal.open(notesKey, caseId, sealed.sealed), status: opened.status };
    const leads = actor.role === "intake" ? await leadsOf(tx, actor.teamId) : [];
    return { ...opened, assessment, notes: await readCaseSteps(tx, caseId, "notes", notesKey), leads };
  });
}

/** Who may lead a case of this team. */
export async function leadsOf(tx: Transaction, teamId: string | null) {
  const hats = await tx.hat.findMany({ where: { role: "lead", teamId, user: { state: "active" } } });
  const ids = hats.filter(isGenuineHat).map(({ userId }) => userId);
  return tx.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, handle: true },
    orderBy: { handle: "asc" },
  });
}

export interface AssignedCase extends ListedCase {
  readonly assessment: Assessment;
}

/** A lead's cases, the one due first on top. Opened from the copies, for a lead has no key of the index. */
export function listAssigned(actor: Actor): Promise<AssignedCase[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.case.findMany({ where: { assignedUserId: actor.userId }, take: MOST_LISTED });
    const ids = rows.map(({ id }) => id);
    const keys = await openCaseKeys(actor, tx, ids);
    const notesKeys = await openNotesKeys(actor, tx, ids);
    const sealed = await tx.caseAssessment.findMany({ where: { caseId: { in: ids } } });
    return rows
      .flatMap((row) => {
        const notesKey = notesKeys.get(row.id);
        const part = sealed.find(({ caseId }) => caseId === row.id);
        if (!notesKey || !part) return [];
        const assessment = { ...assessmentSeal.open(notesKey, row.id, part.sealed), status: row.status as CaseStatus };
        return listed(row, keys.get(row.id)).map((one) => ({ ...one, assessment }));
      })
      .sort((a, b) => (a.assessment.dueAt ?? "9").localeCompare(b.assessment.dueAt ?? "9"));
  });
}

/** Status, title facts and handles of the cases on one page of the queue, in the page's order. */
export async function readQueueRows(actor: Actor, tx: Transaction, caseIds: readonly string[]): Promise<ListedCase[]> {
  const rows = await tx.case.findMany({
    where: { id: { in: [...caseIds] } },
    select: { id: true, status: true, sealedFacets: true },
  });
  const keys = await openCaseKeys(actor, tx, caseIds);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return caseIds.flatMap((id) => {
    const row = byId.get(id);
    return row ? listed(row, keys.get(id)) : [];
  });
}
