import type { Actor } from "#app/access/actor.ts";
import { openNotesKeys } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { caseReference, referenceRange } from "#app/features/cases/case-reference.ts";
import { sealedPart } from "#app/features/cases/case-seals.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId, RelationId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertRows } from "#app/platform/db/insert-rows.server.ts";
import type { KeptRelation, Relation } from "./relation.ts";
import type { OtherCase } from "./relation-forms.ts";

/** A relation opens under the notes key of its own case and in its own row; with which case it is stands in no column. */
const relationSeal = sealedPart<Relation>("case_relations", "sealed", "case-relation");

/** A case that the actor's keys reach: without its notes key nothing can be said of it. */
export interface ReachedCase {
  readonly id: CaseId;
  readonly teamId: string;
  readonly status: CaseStatus;
  readonly version: number;
  readonly reference: string;
  readonly notesKey: Secret;
}

/** @returns null for a case that is not there or out of reach; both look the same */
export async function reachCase(actor: Actor, tx: Transaction, caseId: CaseId): Promise<ReachedCase | null> {
  const row = await findCaseRow(tx, caseId);
  const notesKey = row && (await openNotesKeys(actor, tx, [caseId])).get(caseId);
  if (!row || !notesKey) return null;
  const { teamId, status, version } = row;
  return { id: caseId, teamId, status: status as CaseStatus, version, reference: caseReference(caseId), notesKey };
}

/** The other case of a form. References are not unique by promise: where two cases bear one, neither is meant. */
export async function reachOther(actor: Actor, tx: Transaction, other: OtherCase): Promise<ReachedCase | null> {
  if ("caseId" in other) return reachCase(actor, tx, other.caseId);
  const { from, to } = referenceRange(other.reference);
  const rows = await tx.case.findMany({ where: { id: { gte: from, lte: to } }, select: { id: true }, take: 2 });
  return rows.length === 1 ? reachCase(actor, tx, rows[0]!.id as CaseId) : null;
}

export async function openRelations(tx: Transaction, caseId: CaseId, notesKey: Secret): Promise<KeptRelation[]> {
  const rows = await tx.caseRelation.findMany({ where: { caseId } });
  return rows.map(({ id, sealed }) => ({ id: id as RelationId, ...relationSeal.open(notesKey, id, sealed) }));
}

export async function insertRelation(
  tx: Transaction,
  { id: caseId, notesKey }: Pick<ReachedCase, "id" | "notesKey">,
  id: RelationId,
  relation: Relation,
): Promise<void> {
  await insertRows(tx, "case_relations", [{ id, caseId, sealed: relationSeal.seal(notesKey, id, relation) }]);
}
