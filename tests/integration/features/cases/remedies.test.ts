import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { moveBehindWall } from "#app/features/cases/casework/wall-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { readCaseRemedies } from "#app/features/cases/remedies/case-remedies.server.ts";
import { MOST_OF_A_CASE } from "#app/features/cases/remedies/remedy.ts";
import { addRemedy, changeRemedy, endRemedy, setOutcome } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { queue } from "#app/features/facets/facet-queries.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aRemedy } from "../../../support/remedies.ts";
import { sendReport } from "../../../support/reports.ts";
import { actorFor, newReporter, valueFrom } from "../../../support/world.ts";

onBothDatabases("what was tried for a case", (db) => {
  let team: CaseTeam;

  beforeAll(async () => {
    team = await newCaseTeam();
  });

  const remediesFor = async (actor: Actor, caseId: CaseId) => {
    const own = await (actor.role === "reporter" ? findOwnCase(actor, caseId) : findWorkCase(actor, caseId));
    return own && readCaseRemedies(actor, own, "en");
  };
  const versionOf = async (caseId: CaseId) =>
    Number((await db.sql("SELECT version FROM cases WHERE id = $1", [caseId]))[0]!.version);
  const end = { version: 1, end: "partly", note: "They gave 30 days more.", endedOn: null } as const;

  test("is written down, changed and ended; its reporter reads all of it, and beside it what they told", async () => {
    const caseId = await sendReport(await team.as.reporter(), { remedies: { remedies: ["negotiation"] } });
    const intake = await team.as.intake();
    const { remedyId } = valueFrom(await addRemedy(intake, caseId, aRemedy()));
    const remedy = aRemedy({ addressee: "The ombudsman", remedy: "ombudsman" });
    valueFrom(await changeRemedy(intake, caseId, remedyId, { version: 1, remedy }));
    valueFrom(await endRemedy(intake, caseId, remedyId, { ...end, version: 2 }));
    const shown = await remediesFor(await team.as.reporter(), caseId);
    expect(shown?.rows).toMatchObject([
      { remedy: { code: "ombudsman" }, addressee: "The ombudsman", result: "partly", note: "They gave 30 days more." },
      { remedy: { code: "negotiation", label: "Negotiation" }, kept: null },
    ]);
    expect(await remediesFor(await team.as.intake(), caseId)).toEqual(shown);
    const own = await findOwnCase(await team.as.reporter(), caseId);
    expect(own?.steps.map(({ action }) => action)).toEqual([
      "case.submitted",
      "case.remedy-added",
      "case.remedy-changed",
      "case.remedy-ended",
    ]);
    expect(own?.steps[2]?.details).toMatchObject({
      remedy: { before: { remedy: "complaint" }, after: { remedy: "ombudsman", triedOn: { date: "2026-02" } } },
    });
  });

  test("an entry made by mistake goes, and the history keeps that it was there", async () => {
    const caseId = await sendReport(await team.as.reporter());
    const intake = await team.as.intake();
    const { remedyId } = valueFrom(await addRemedy(intake, caseId, aRemedy()));
    valueFrom(await endRemedy(intake, caseId, remedyId, { ...end, end: "mistake" }));
    expect((await remediesFor(intake, caseId))?.rows).toEqual([]);
    const work = await findWorkCase(await team.as.intake(), caseId);
    expect(work?.assessment.remedies).toEqual([]);
    expect(work?.steps.at(-1)).toMatchObject({ action: "case.remedy-removed", details: { remedy: { after: null } } });
  });

  test("of two who change an entry the later one gets a conflict and nothing half", async () => {
    const caseId = await sendReport(await team.as.reporter());
    const intake = await team.as.intake();
    const { remedyId } = valueFrom(await addRemedy(intake, caseId, aRemedy()));
    valueFrom(await changeRemedy(intake, caseId, remedyId, { version: 1, remedy: aRemedy({ note: "first" }) }));
    const before = await versionOf(caseId);
    const late = await changeRemedy(intake, caseId, remedyId, { version: 1, remedy: aRemedy({ note: "second" }) });
    expect(late).toMatchObject({ ok: false, refusal: { kind: "conflict", code: "remedies.changed-meanwhile" } });
    expect(await endRemedy(intake, caseId, remedyId, end)).toMatchObject({ refusal: { kind: "conflict" } });
    expect((await remediesFor(intake, caseId))?.rows).toMatchObject([{ note: "first", result: "waiting" }]);
    expect(await versionOf(caseId)).toBe(before);
  });

  test("is bounded, and closed after a withdrawal", async () => {
    const caseId = await sendReport(await team.as.reporter());
    await db.sql(
      `INSERT INTO remedies SELECT gen_random_uuid(), $1, 1, '\\x00' FROM generate_series(1, ${MOST_OF_A_CASE})`,
      [caseId],
    );
    const intake = await team.as.intake();
    expect(await addRemedy(intake, caseId, aRemedy())).toMatchObject({ refusal: { code: "remedies.too-many" } });
    await db.sql("DELETE FROM remedies WHERE case_id = $1", [caseId]);
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    const ended = { refusal: { kind: "conflict", code: "case.ended" } };
    expect(await addRemedy(intake, caseId, aRemedy())).toMatchObject(ended);
    const outcome = { version: 2, outcome: "won", outcomeOn: null } as const;
    expect(await setOutcome(intake, caseId, outcome)).toMatchObject(ended);
  });

  test("the outcome is the team's, its reporter reads it with the time it took, and the facets follow", async () => {
    const caseId = await sendReport(await team.as.reporter(), { outcome: { outcome: "open" } });
    const intake = await team.as.intake();
    valueFrom(await addRemedy(intake, caseId, aRemedy()));
    const today = isoDayOf(new Date());
    const outcomeOn = { date: today, precision: "day" } as const;
    valueFrom(await setOutcome(intake, caseId, { version: 2, outcome: "reversed", outcomeOn }));
    expect(await remediesFor(await team.as.reporter(), caseId)).toMatchObject({
      outcome: { code: "reversed", label: "Decision reversed", on: outcomeOn },
      reported: { code: "open" },
      time: { kind: "days", least: 0, most: 0 },
    });
    expect(await setOutcome(intake, caseId, { version: 2, outcome: "lost", outcomeOn: null })).toMatchObject({
      refusal: { code: "case.changed-meanwhile" },
    });
    const assessed = await withActor(intake, (tx) =>
      withFacetIndex(intake, tx, [intake.teamId!], ([index]) => {
        const ask = { sort: "due", page: 1, pageSize: 999, now: 1, openStatuses: [1], newStatuses: [1] } as const;
        return queue(index!, { ...ask, filters: {} }).cases.find((one) => one.caseId === caseId)?.assessed;
      }),
    );
    expect(assessed).toMatchObject({
      teamOutcome: numberOf("outcome", "reversed"),
      teamRemedies: [numberOf("remedy", "complaint")],
    });
  });

  test("a case that is only marked as resolved has a time, too", async () => {
    const caseId = await sendReport(await team.as.reporter());
    const intake = await team.as.intake();
    valueFrom(await moveCase(intake, caseId, { version: 1, event: "triage", reason: "" }));
    valueFrom(await moveCase(intake, caseId, { version: 2, event: "resolve", reason: "They gave in." }));
    expect(await remediesFor(intake, caseId)).toMatchObject({ outcome: null, time: { kind: "days", least: 0 } });
  });

  test("goes with its case: to its lead, and behind the wall; nobody else finds it", async () => {
    const caseId = await sendReport(await team.as.reporter());
    const intake = await team.as.intake();
    valueFrom(await assignCase(intake, caseId, { version: 1, lead: team.lead.userId }));
    const lead = await team.as.lead();
    const { remedyId } = valueFrom(await addRemedy(lead, caseId, aRemedy({ note: "by the lead" })));
    const neighbour = await actorFor(await newReporter(team.world, "Harbour Archive"), "reporter");
    const none = { ok: false, refusal: { kind: "not-found" } };
    for (const stranger of [neighbour, await team.as.walledIntake()]) {
      expect(await addRemedy(stranger, caseId, aRemedy())).toMatchObject(none);
      expect(await endRemedy(stranger, caseId, remedyId, end)).toMatchObject(none);
      expect(await withActor(stranger, (tx) => tx.remedy.findMany({ where: { caseId } }))).toEqual([]);
    }
    const reporter = await team.as.reporter();
    const mine = { version: 1, remedy: aRemedy() };
    await expect(changeRemedy(reporter, caseId, remedyId, mine)).rejects.toThrow();
    valueFrom(await moveBehindWall(await team.as.intake(), caseId, { version: 3, reason: "a listed party" }));
    expect(await addRemedy(await team.as.lead(), caseId, aRemedy())).toMatchObject(none);
    expect((await remediesFor(await team.as.walledIntake(), caseId))?.rows).toMatchObject([{ note: "by the lead" }]);
  });
});
