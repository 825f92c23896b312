import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { assessedFacets } from "#app/features/cases/assessed-facets.ts";
import { CASE_KEY_VERSION, openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { type CaseRow, findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { reported as reportedSeal } from "#app/features/cases/case-seals.server.ts";
import { reportedFacets } from "#app/features/cases/report-facets.ts";
import { LAST_VERSION } from "#app/features/facets/facet-fold.server.ts";
import { appendFacets, appendRecords } from "#app/features/facets/facet-inbox.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { cohortOf } from "#app/features/facets/facet-queries.ts";
import type { FacetRecord } from "#app/features/facets/facet-record.ts";
import { publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { groupRecipient, wrapObjectKey } from "#app/features/keyring/object-keys.server.ts";
import { teamBehindWall } from "#app/features/organisations/team-wall.server.ts";
import type { CaseId, OrganisationId, TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { changeAssessment, type Reassessed } from "./assessment-changes.server.ts";
import type { WallForm } from "./triage-forms.ts";

/**
 * Moves a case behind its team's wall: a listed party turned up in it, and helping with it could bring people of the open
 * team into danger. Both keys are wrapped to the walled team, the open team's wraps and its lead's go, and its index
 * forgets the case, all in this transaction. There is no way back: whoever could fetch it back would have to read it.
 * @returns `case.behind-wall` where the actor's team stands behind the wall already
 */
export function moveBehindWall(actor: Actor, caseId: CaseId, { version, reason }: WallForm): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const { teamId } = actor;
    const row = await findCaseRow(tx, caseId);
    if (!teamId || !row) return refuse({ kind: "not-found", code: "case.none" });
    const walledId = await teamBehindWall(tx, teamId);
    if (walledId === teamId) return refuse({ kind: "conflict", code: "case.behind-wall" });
    // Before anything is appended: the index reads nothing that may be rolled back.
    const cohort = await withFacetIndex(actor, tx, [teamId], ([index]) => cohortOf(index!, caseId));
    const changed = await changeAssessment(actor, tx, caseId, version, (before) =>
      ok({ ...before, assignedUserId: null }),
    );
    if (!changed.ok) return changed;
    const caseKey = await openCaseKey(actor, tx, caseId);
    await tell(record, caseId, { caseKey, notesKey: changed.value.notesKey, reason });
    await handKeysOver(tx, row, { caseKey, notesKey: changed.value.notesKey, teamId, walledId });
    await appendFacets(tx, { teamId, caseId, version: LAST_VERSION }, "erased", {});
    // Lists of the open team on their way out may hold the case; which ones, only their readers could say.
    await tx.caseList.deleteMany({ where: { teamId } });
    const moved = { row, caseKey, after: changed.value.after, version: version + 1, cohort };
    await appendRecords(tx, walledId, recordsOf(caseId, moved));
    // Last: from here on the open team sees no row of it.
    const [answer] = await tx.$queryRaw<{ done: boolean }[]>`
      SELECT app.move_behind_wall(${caseId}::uuid, ${walledId}::uuid) AS done`;
    if (!answer?.done) throw new Error("the database did not let a case go behind the wall");
    return ok(null);
  });
}

/** The name of the team that would take a case over. */
export function readWalledTeam(actor: Actor): Promise<string> {
  return withActor(actor, async (tx) => {
    const id = await teamBehindWall(tx, actor.teamId!);
    return (await tx.team.findUniqueOrThrow({ where: { id } })).label;
  });
}

interface Told {
  readonly caseKey: Secret;
  readonly notesKey: Secret;
  readonly reason: string;
}

/** The reporter learns who reads the case from now on; the reason is for the team that takes it over. */
async function tell(record: Recorder, caseId: CaseId, { caseKey, notesKey, reason }: Told): Promise<void> {
  const step = { caseId, shown: "case", key: caseKey } as const;
  await record({ action: "case.walled", subjectId: caseId, caseStep: step });
  const note = { caseId, shown: "notes", key: notesKey, details: { text: reason } } as const;
  await record({ action: "case.noted", subjectId: caseId, caseStep: note });
}

interface Handover {
  readonly caseKey: Secret;
  readonly notesKey: Secret;
  readonly teamId: TeamId;
  readonly walledId: TeamId;
}

async function handKeysOver(
  tx: Transaction,
  { id: caseId, organisationId }: CaseRow,
  { caseKey, notesKey, teamId, walledId }: Handover,
) {
  const walled = [groupRecipient(await publicKeyOf(tx, groups.team(walledId)))];
  await wrapObjectKey(tx, "case", caseId, CASE_KEY_VERSION, caseKey, walled);
  await wrapObjectKey(tx, "notes", caseId, CASE_KEY_VERSION, notesKey, walled);
  await tx.wrap.deleteMany({
    where: {
      objectKind: { in: ["case", "notes"] },
      objectId: caseId,
      OR: [{ recipientKind: "user" }, { recipientId: { in: await heldByTeam(tx, teamId, organisationId) } }],
    },
  });
}

/** Groups whose key the open team holds: its own, and that of an organisation to which nobody belongs. */
async function heldByTeam(tx: Transaction, teamId: TeamId, organisationId: string | null) {
  const where = { id: organisationId ?? "", state: "imported" };
  const imported = organisationId && (await tx.organisation.findFirst({ where, select: { id: true } }));
  return [groups.team(teamId), ...(imported ? [groups.organisation(imported.id as OrganisationId)] : [])];
}

interface Moved extends Pick<Reassessed, "after"> {
  readonly row: CaseRow;
  readonly caseKey: Secret;
  readonly version: number;
  readonly cohort: number;
}

/** What the walled team's index learns of it, with the release that has counted it already: none counts it twice. */
function recordsOf(caseId: CaseId, { row, caseKey, after, version, cohort }: Moved): FacetRecord[] {
  const { facts, receivedAt } = reportedSeal.open(caseKey, caseId, row.sealedFacets);
  const about = { organisationId: row.organisationId as OrganisationId | null, receivedAt: new Date(receivedAt) };
  const key = { caseId, version };
  return [
    { ...key, kind: "reported", facets: reportedFacets(facts, about) },
    { ...key, kind: "assessed", facets: assessedFacets(after, row.organisationId !== null) },
    ...(cohort === 0 ? [] : [{ ...key, kind: "counted", facets: { cohort } } as const]),
  ];
}
