import type { Actor } from "#app/access/actor.ts";
import { assessedFacets } from "#app/features/cases/assessed-facets.ts";
import { openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import type { Assessment } from "#app/features/cases/case-record.ts";
import { assessment as assessmentSeal } from "#app/features/cases/case-seals.server.ts";
import { appendFacets } from "#app/features/facets/facet-inbox.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

export interface Reassessed {
  readonly before: Assessment;
  readonly after: Assessment;
  readonly notesKey: Secret;
}

type Change = (before: Assessment) => Result<Assessment>;

/**
 * Changes the team's judgement of a case: the sealed copy, the plain columns that row-level security needs, and a facet
 * record, which is the only way the queue learns of it.
 * @param version the case as the page knew it; the later of two who change it gets a conflict
 */
export async function changeAssessment(
  actor: Actor,
  tx: Transaction,
  caseId: CaseId,
  version: number,
  change: Change,
): Promise<Result<Reassessed>> {
  const row = await findCaseRow(tx, caseId);
  const sealed = row && (await tx.caseAssessment.findUnique({ where: { caseId } }));
  if (!row || !sealed) return refuse({ kind: "not-found", code: "case.none" });
  const notesKey = await openNotesKey(actor, tx, caseId);
  const stored = assessmentSeal.open(notesKey, caseId, sealed.sealed);
  // A reporter may move the status, and cannot write here: the plain column is the newer of the two.
  const before = { ...stored, status: row.status as Assessment["status"] };
  const changed = change(before);
  if (!changed.ok) return changed;
  const after = changed.value;
  const { count } = await tx.case.updateMany({
    where: { id: caseId, version },
    data: {
      version: version + 1,
      status: after.status,
      // A lead has no right to this column, and never changes it.
      ...(after.assignedUserId !== before.assignedUserId && { assignedUserId: after.assignedUserId }),
    },
  });
  if (count === 0) return refuse({ kind: "conflict", code: "case.changed-meanwhile" });
  await tx.caseAssessment.updateMany({
    where: { caseId },
    data: { sealed: assessmentSeal.seal(notesKey, caseId, after) },
  });
  const key = { teamId: row.teamId, caseId, version: version + 1 };
  await appendFacets(tx, key, "assessed", assessedFacets(after, row.organisationId));
  return ok({ before, after, notesKey });
}
