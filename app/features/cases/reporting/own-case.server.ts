import type { Actor } from "#app/access/actor.ts";
import type { Recorder } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import type { ReportedCopy } from "#app/features/cases/case-record.ts";
import { body as bodySeal, reported as reportedSeal } from "#app/features/cases/case-seals.server.ts";
import { transition } from "#app/features/cases/case-transition.ts";
import { reportedFacets } from "#app/features/cases/report-facets.ts";
import { appendFacets } from "#app/features/facets/facet-inbox.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** A reporter's case, opened, with its row and key for whoever changes it. @returns null where it is not there or not the actor's */
export async function ownCase(actor: Actor, tx: Transaction, caseId: CaseId) {
  const row = await tx.case.findUnique({ where: { id: caseId } });
  if (!row) return null;
  const key = await openCaseKey(actor, tx, caseId);
  return {
    row,
    key,
    body: bodySeal.open(key, caseId, row.sealedBody),
    copy: reportedSeal.open(key, caseId, row.sealedFacets),
  };
}

type CaseRow = NonNullable<Awaited<ReturnType<typeof ownCase>>>["row"];

/** Tells the index. The reporter cannot write the team's record, so the status travels with the reported one. */
export function appendReported(
  tx: Transaction,
  row: CaseRow,
  { facts, receivedAt }: ReportedCopy,
  reporterStatus: CaseStatus,
) {
  const { id: caseId, teamId, organisationId, version } = row;
  const facets = reportedFacets(facts, { organisationId, receivedAt: new Date(receivedAt), reporterStatus });
  return appendFacets(tx, { teamId, caseId, version: version + 1 }, "reported", facets);
}

/**
 * The reporter's answer to a question moves the case back, within the command that carries the answer.
 * @returns whether a question was open
 */
export async function answerWithin(
  actor: Actor,
  tx: Transaction,
  record: Recorder,
  caseId: CaseId,
): Promise<Result<boolean>> {
  const found = await ownCase(actor, tx, caseId);
  if (!found) return refuse({ kind: "not-found", code: "case.none" });
  const { row, key, copy } = found;
  const next = transition(row.status as CaseStatus, "answer", "reporter");
  if (!next.ok) return ok(false);
  const { count } = await tx.case.updateMany({
    where: { id: caseId, version: row.version },
    data: { status: next.value, version: row.version + 1 },
  });
  if (count === 0) return refuse({ kind: "conflict", code: "case.changed-meanwhile" });
  await appendReported(tx, row, copy, next.value);
  const details = { from: row.status, to: next.value };
  await record({ action: "case.moved", subjectId: caseId, caseStep: { caseId, shown: "case", key, details } });
  return ok(true);
}
