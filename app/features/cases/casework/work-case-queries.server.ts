import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { type CaseHistoryEntry, readCaseSteps } from "#app/features/audit/case-history.server.ts";
import { openCaseKeys, openNotesKey, openNotesKeys } from "#app/features/cases/case-keys.server.ts";
import { type ListedCase, listed, type OwnCase, openOwnCase } from "#app/features/cases/case-queries.server.ts";
import type { Assessment } from "#app/features/cases/case-record.ts";
import { assessment as assessmentSeal } from "#app/features/cases/case-seals.server.ts";
import { personsIn } from "#app/features/cases/history/step-changes.ts";
import type { KnownPeople } from "#app/features/cases/history/told-changes.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

const MOST_LISTED = 200;

/** A case as the team and its lead see it: everything. */
export interface WorkCase extends OwnCase {
  readonly assessment: Assessment;
  readonly notes: readonly CaseHistoryEntry[];
  /** handles of the people who may lead it; empty for a lead, who assigns nobody */
  readonly leads: readonly { readonly id: string; readonly handle: string }[];
  /** handles of whom its history names, by id, as far as the reader may know them */
  readonly people: KnownPeople;
  /** its team stands behind a wall already */
  readonly isWalled: boolean;
}

/** @returns null for a case that is not there or out of reach; both look the same */
export function findWorkCase(actor: Actor, caseId: CaseId): Promise<WorkCase | null> {
  return withActor(actor, async (tx) => {
    const opened = await openOwnCase(actor, tx, caseId);
    const sealed = opened && (await tx.caseAssessment.findUnique({ where: { caseId } }));
    if (!opened || !sealed) return null;
    const notesKey = await openNotesKey(actor, tx, caseId);
    const assessment = { ...assessmentSeal.open(notesKey, caseId, sealed.sealed), status: opened.status };
    const leads = actor.role === "intake" ? await leadsOf(tx, actor.teamId) : [];
    const { walled: isWalled } = await tx.team.findFirstOrThrow({ where: { id: opened.teamId } });
    const notes = await readCaseSteps(tx, caseId, "notes", notesKey);
    return { ...opened, assessment, notes, leads, isWalled, people: await peopleNamedIn(tx, notes) };
  });
}

/** Row-level security decides whom the reader knows: a coordinator everybody of the team's, a lead nobody else. */
async function peopleNamedIn(tx: Transaction, notes: readonly CaseHistoryEntry[]): Promise<KnownPeople> {
  const ids = personsIn(notes);
  if (ids.length === 0) return {};
  const users = await tx.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, handle: true } });
  return Object.fromEntries(users.map(({ id, handle }) => [id, handle]));
}

/** Who may lead a case of this team. */
export function leadsOf(tx: Transaction, teamId: string | null) {
  return wearersOf(tx, { role: "lead", teamId, user: { state: "active" } });
}

/** Also whoever was locked since: their cases stay theirs until a coordinator hands them over, and must be found. */
export function everybodyWhoLed(tx: Transaction, teamId: string | null) {
  return wearersOf(tx, { role: "lead", teamId });
}

async function wearersOf(
  tx: Transaction,
  where: { readonly role: "lead"; readonly teamId: string | null; readonly user?: { readonly state: "active" } },
) {
  const hats = await tx.hat.findMany({ where });
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

/** A lead's cases, in no order. Opened from the copies, for a lead has no key of the index. */
export function listAssigned(actor: Actor): Promise<AssignedCase[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.case.findMany({ where: { assignedUserId: actor.userId }, take: MOST_LISTED });
    const ids = rows.map(({ id }) => id);
    const keys = await openCaseKeys(actor, tx, ids);
    const notesKeys = await openNotesKeys(actor, tx, ids);
    const sealed = await tx.caseAssessment.findMany({ where: { caseId: { in: ids } } });
    return rows.flatMap((row) => {
      const notesKey = notesKeys.get(row.id);
      const part = sealed.find(({ caseId }) => caseId === row.id);
      if (!notesKey || !part) return [];
      const assessment = { ...assessmentSeal.open(notesKey, row.id, part.sealed), status: row.status as CaseStatus };
      return listed(row, keys.get(row.id)).map((one) => ({ ...one, assessment }));
    });
  });
}

/** Status, title facts and handles of the cases on one page of the queue, in the page's order. */
export async function readQueueRows(actor: Actor, tx: Transaction, caseIds: readonly string[]): Promise<ListedCase[]> {
  const rows = await tx.case.findMany({
    where: { id: { in: [...caseIds] } },
    select: { id: true, organisationId: true, status: true, version: true, sealedFacets: true },
  });
  const keys = await openCaseKeys(actor, tx, caseIds);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return caseIds.flatMap((id) => {
    const row = byId.get(id);
    return row ? listed(row, keys.get(id)) : [];
  });
}
