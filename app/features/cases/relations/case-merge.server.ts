import type { Actor } from "#app/access/actor.ts";
import { openNotesKeys } from "#app/features/cases/case-keys.server.ts";
import type { Assessment } from "#app/features/cases/case-record.ts";
import { assessment as assessmentSeal } from "#app/features/cases/case-seals.server.ts";
import type { CaseStatus } from "#app/features/cases/case-status.ts";
import type { WorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { ReachedCase } from "./relation-rows.server.ts";

/** The team's judgement of a case that is in reach. */
export async function judgementOf(tx: Transaction, { id, notesKey }: ReachedCase): Promise<Assessment> {
  const row = await tx.caseAssessment.findUniqueOrThrow({ where: { caseId: id } });
  return assessmentSeal.open(notesKey, id, row.sealed);
}

/** Of the cases that were ever merged into one, those that still are: the others were withdrawn, erased, or have come back. */
export async function mergedAmong(
  actor: Actor,
  tx: Transaction,
  { id, assessment }: Pick<WorkCase, "id" | "assessment">,
): Promise<ReadonlySet<CaseId>> {
  const ids = [...(assessment.duplicates ?? [])];
  if (ids.length === 0) return new Set();
  const closed = await tx.case.findMany({
    where: { id: { in: ids }, status: "closed" satisfies CaseStatus },
    select: { id: true },
  });
  const keys = await openNotesKeys(
    actor,
    tx,
    closed.map((row) => row.id),
  );
  const rows = await tx.caseAssessment.findMany({ where: { caseId: { in: [...keys.keys()] } } });
  const merged = rows.filter(({ caseId, sealed }) => {
    return assessmentSeal.open(keys.get(caseId)!, caseId, sealed).duplicateOf?.caseId === id;
  });
  return new Set(merged.map(({ caseId }) => caseId as CaseId));
}
