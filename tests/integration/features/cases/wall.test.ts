import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKeys, openNotesKeys } from "#app/features/cases/case-keys.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { moveBehindWall } from "#app/features/cases/casework/wall-commands.server.ts";
import { findWorkCase, listAssigned } from "#app/features/cases/casework/work-case-queries.server.ts";
import { firstAssessment } from "#app/features/cases/first-assessment.ts";
import { insertCases } from "#app/features/cases/new-cases.server.ts";
import { reportedFacts } from "#app/features/cases/report-facts.ts";
import { addToCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase, findOwnCaseWithReaders } from "#app/features/cases/reporting/report-queries.server.ts";
import { appendFacets } from "#app/features/facets/facet-inbox.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { cohortOf, recordsFor } from "#app/features/facets/facet-queries.ts";
import { groupRecipient } from "#app/features/keyring/object-keys.server.ts";
import { insertParty } from "#app/features/organisations/imported-organisation.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aReport, sendReport } from "../../../support/reports.ts";
import { actorFor, valueFrom } from "../../../support/world.ts";

const COUNTED_BY = 3;
const refusal = (code: string) => ({ ok: false, refusal: { code } });

onBothDatabases("moving a case behind the wall", (db) => {
  let team: CaseTeam;

  beforeAll(async () => {
    team = await newCaseTeam();
  });

  /** Assigned to a lead, added to, and counted by a release. */
  async function workedOn(): Promise<CaseId> {
    const caseId = await sendReport(await team.as.reporter());
    valueFrom(await addToCase(await team.as.reporter(), caseId, { text: "our partner is listed" }));
    valueFrom(await assignCase(await team.as.intake(), caseId, { version: 2, lead: team.lead.userId }));
    const guardian = await actorFor(team.world.guardians[0], "guardian");
    const { teamId } = team.world.setUp;
    await withActor(guardian, (tx) =>
      appendFacets(tx, { teamId, caseId, version: 1 }, "counted", { cohort: COUNTED_BY }),
    );
    return caseId;
  }

  const indexed = (actor: Actor, caseId: CaseId) =>
    withActor(actor, (tx) =>
      withFacetIndex(actor, tx, [actor.teamId!], ([index]) => ({
        isThere: recordsFor([index!], { columns: ["mainIncident"] }).caseIds.includes(caseId),
        cohort: cohortOf(index!, caseId),
      })),
    );
  const keysOf = (actor: Actor, caseId: CaseId) =>
    withActor(actor, async (tx) => ({
      case: (await openCaseKeys(actor, tx, [caseId])).size,
      notes: (await openNotesKeys(actor, tx, [caseId])).size,
    }));
  const move = async (caseId: CaseId, version = 3) =>
    moveBehindWall(await team.as.intake(), caseId, { version, reason: "a listed partner" });

  test("takes it out of the open team's sight, keys and index, and out of its lead's", async () => {
    const caseId = await workedOn();
    expect(await indexed(await team.as.intake(), caseId)).toEqual({ isThere: true, cohort: COUNTED_BY });
    valueFrom(await move(caseId));
    for (const actor of [await team.as.intake(), await team.as.lead()]) {
      expect(await findWorkCase(actor, caseId)).toBeNull();
      expect(await keysOf(actor, caseId)).toEqual({ case: 0, notes: 0 });
    }
    expect(await listAssigned(await team.as.lead())).toEqual([]);
    expect(await indexed(await team.as.intake(), caseId)).toMatchObject({ isThere: false });
    const wraps = await db.sql(
      "SELECT object_kind AS kind, split_part(recipient_id, '/', 1) AS whose FROM wraps WHERE object_id = $1 ORDER BY 1, 2",
      [caseId],
    );
    expect(wraps).toEqual([
      { kind: "case", whose: "org" },
      { kind: "case", whose: "team" },
      { kind: "notes", whose: "team" },
    ]);
  });

  test("gives the walled team all of it, with the reason, and what has counted it", async () => {
    const caseId = await workedOn();
    valueFrom(await move(caseId));
    const walled = await team.as.walledIntake();
    const work = await findWorkCase(walled, caseId);
    expect(work).toMatchObject({ version: 4, isWalled: true, assessment: { assignedUserId: null } });
    expect(work?.notes.at(-1)).toMatchObject({ action: "case.noted", details: { text: "a listed partner" } });
    expect(work?.body.additions).toHaveLength(1);
    expect(await indexed(walled, caseId)).toEqual({ isThere: true, cohort: COUNTED_BY });
  });

  test("leaves it with its reporter, who learns who reads it and not why", async () => {
    const caseId = await workedOn();
    valueFrom(await move(caseId));
    const reporter = await team.as.reporter();
    const own = await findOwnCase(reporter, caseId);
    expect(own?.steps.at(-1)).toMatchObject({ action: "case.walled", by: "intake" });
    expect(JSON.stringify(own?.steps)).not.toContain("a listed partner");
    expect(await findOwnCaseWithReaders(reporter, caseId)).toMatchObject({ readers: { walled: true, hasLead: false } });
    valueFrom(await addToCase(reporter, caseId, { text: "and another letter" }));
  });

  test("leaves the open team no way round: the key of an organisation without members is its own", async () => {
    const intake = await team.as.intake();
    const caseId = await withActor(intake, async (tx) => {
      const { organisationId, group, name } = await insertParty(tx, intake.teamId!, {
        name: "A Museum",
        country: "DE",
      });
      const facts = reportedFacts(aReport(), { sourceKind: "import", corroboration: "self_report" });
      const receivedAt = new Date();
      const body = { report: aReport(), additions: [], organisationName: name, sourceRef: "P-1" };
      const one = { caseId: newId<CaseId>(), organisationId, reporter: groupRecipient(group), body, facts, receivedAt };
      await insertCases(tx, intake.teamId!, [{ ...one, assessment: firstAssessment(facts, receivedAt) }]);
      return one.caseId;
    });
    valueFrom(await moveBehindWall(intake, caseId, { version: 1, reason: "listed" }));
    const wraps = await db.sql("SELECT split_part(recipient_id, '/', 2) AS whose FROM wraps WHERE object_id = $1", [
      caseId,
    ]);
    expect(wraps.map(({ whose }) => whose)).toEqual(Array(2).fill(team.world.setUp.walledTeamId));
    expect(await keysOf(await team.as.walledIntake(), caseId)).toEqual({ case: 1, notes: 1 });
  });

  test("happens to the version that was read, once, and never the other way", async () => {
    const caseId = await workedOn();
    expect(await move(caseId, 2)).toMatchObject(refusal("case.changed-meanwhile"));
    valueFrom(await move(caseId));
    expect(await move(caseId, 4)).toMatchObject(refusal("case.none"));
    const walled = await team.as.walledIntake();
    expect(await moveBehindWall(walled, caseId, { version: 4, reason: "again" })).toMatchObject(
      refusal("case.behind-wall"),
    );
  });

  test("is the database's to refuse, whatever a program asks: another team's case, or a team that is no wall", async () => {
    const caseId = await sendReport(await team.as.reporter());
    const { teamId, walledTeamId } = team.world.setUp;
    const asked = async (actor: Actor, target: string) =>
      withActor(actor, (tx) => tx.$queryRaw`SELECT app.move_behind_wall(${caseId}::uuid, ${target}::uuid) AS done`);
    expect(await asked(await team.as.walledIntake(), walledTeamId)).toEqual([{ done: false }]);
    expect(await asked(await team.as.intake(), teamId)).toEqual([{ done: false }]);
    await expect(asked(await team.as.reporter(), walledTeamId)).rejects.toThrow();
    await expect(
      withActor(await team.as.intake(), (tx) =>
        tx.case.updateMany({ where: { id: caseId }, data: { teamId: walledTeamId } }),
      ),
    ).rejects.toThrow();
  });
});
