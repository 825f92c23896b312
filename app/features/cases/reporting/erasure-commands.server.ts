import type { Actor } from "#app/access/actor.ts";
import { holdCases } from "#app/features/audit/case-history.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { transition } from "#app/features/cases/case-transition.ts";
import { LAST_VERSION } from "#app/features/facets/facet-fold.server.ts";
import { appendFacets } from "#app/features/facets/facet-inbox.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";

/**
 * Erases a case that was withdrawn: every key of it, body, history, notes and judgement, in one transaction. An id and a
 * month are left. Facets lie in the team's records, which no reporter opens: a record says that the case has left, hides
 * it at once, and the next holder's request writes the records anew without it.
 */
export function eraseCase(actor: Actor, caseId: CaseId): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    // It may be going behind the wall at this moment, and then the index of that team has to be told.
    await holdCases(tx, [caseId]);
    const row = await findCaseRow(tx, caseId);
    if (!row) return refuse({ kind: "not-found", code: "case.none" });
    const status = row.status as CaseStatus;
    // Two presses on two pages: nobody loses a report by one slip.
    if (status !== "withdrawn_by_reporter") return refuse({ kind: "conflict", code: "case.withdraw-first" });
    const moved = transition(status, "erase", "reporter");
    if (!moved.ok) return moved;
    // Before the row lets go of the organisation, which may then have no case left in this team.
    await appendFacets(tx, { teamId: row.teamId, caseId, version: LAST_VERSION }, "erased", {});
    const [answer] = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.erase_case(${caseId}::uuid) AS done`;
    if (!answer?.done) return refuse({ kind: "conflict", code: "case.changed-meanwhile" });
    await record({ action: "case.erased", subjectId: caseId });
    return ok(null);
  });
}
