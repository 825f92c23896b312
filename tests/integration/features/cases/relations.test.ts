import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { assessCase, moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { moveBehindWall } from "#app/features/cases/casework/wall-commands.server.ts";
import { readWorkCase, workCasePage } from "#app/features/cases/casework/work-case-page.server.ts";
import { mergeCase, unmergeCase } from "#app/features/cases/relations/merge-commands.server.ts";
import type { CaseRelationKind } from "#app/features/cases/relations/relation.ts";
import { relateCases, relateMeasure, unrelate } from "#app/features/cases/relations/relation-commands.server.ts";
import { openRelations } from "#app/features/cases/relations/relation-rows.server.ts";
import { readRelationsPage } from "#app/features/cases/relations/relations-page.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { reportPage } from "#app/features/cases/reporting/report-page.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { recordsFor } from "#app/features/facets/facet-queries.ts";
import { CONSENT_LEVELS } from "#app/features/taxonomy/codes.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import type { CaseId, RelationId } from "#app/kernel/id.ts";
import { newSecretKey } from "#app/platform/crypto/secret.server.ts";
import { A_JUDGEMENT, type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { sendReport } from "../../../support/reports.ts";
import { actorFor, newReporter, type Person, valueFrom } from "../../../support/world.ts";

onBothDatabases("cases that belong together", (db) => {
  let team: CaseTeam;
  let neighbour: Actor;

  beforeAll(async () => {
    team = await newCaseTeam();
    neighbour = await actorFor(await newReporter(team.world, "Harbour Archive"), "reporter");
  });

  /** An organisation sends ten reports a day at most; these tests need more of them. */
  const A_DAYS_REPORTS = 10;
  const sentBy = new Map<CaseId, Person>();
  const aCase = async (report = {}): Promise<CaseId> => {
    const fresh = sentBy.size % A_DAYS_REPORTS === 0;
    const person = fresh ? await newReporter(team.world, `Organisation ${sentBy.size}`) : [...sentBy.values()].at(-1)!;
    const caseId = await sendReport(await actorFor(person, "reporter"), report);
    sentBy.set(caseId, person);
    return caseId;
  };
  const reporterOf = (caseId: CaseId) => actorFor(sentBy.get(caseId)!, "reporter");
  const pageOf = async (actor: Actor, caseId: CaseId) => readRelationsPage(actor, caseId, "en");
  const kindsOf = async (actor: Actor, caseId: CaseId) =>
    (await pageOf(actor, caseId)).relations.map(({ kind, other }) => [kind, other?.caseId ?? null]);
  const relate = async (caseId: CaseId, other: CaseId, kind: CaseRelationKind) =>
    relateCases(await team.as.intake(), caseId, { kind, other: { reference: caseReference(other) } });
  const versionOf = async (caseId: CaseId) => (await readWorkCase(await team.as.intake(), caseId)).version;
  /** Cases that the next release would count. */
  const counted = async () => {
    const intake = await team.as.intake();
    const spec = { columns: ["status"], countable: { consents: consents() } } as const;
    return withActor(intake, (tx) =>
      withFacetIndex(intake, tx, [intake.teamId!], ([index]) => recordsFor([index!], spec).caseIds),
    );
  };
  const consents = () => CONSENT_LEVELS.map((level) => numberOf("consent_level", level));
  /** Two reports of one thing by two organisations, both judged to count. */
  const twoOfOne = async () => {
    const [kept, twin] = [await aCase(), await sendReport(neighbour)];
    for (const id of [kept, twin])
      valueFrom(await assessCase(await team.as.intake(), id, { version: 1, ...A_JUDGEMENT }));
    return { kept, twin };
  };
  const merge = async (twin: CaseId, kept: CaseId, version: number) =>
    mergeCase(await team.as.intake(), twin, { version, other: { caseId: kept }, reason: "The same letter." });
  const unmerge = async (twin: CaseId) =>
    unmergeCase(await team.as.intake(), twin, { version: await versionOf(twin), reason: "Two letters after all." });

  test("are related by a reference that was read out, seen from both, and taken back on both", async () => {
    const intake = await team.as.intake();
    const [first, second] = [await aCase(), await aCase()];
    valueFrom(await relate(second, first, "follow_up_of"));
    expect(await kindsOf(intake, second)).toEqual([["follow_up_of", first]]);
    expect(await kindsOf(intake, first)).toEqual([["followed_up_by", second]]);
    expect(await relate(second, first, "follow_up_of")).toMatchObject({ refusal: { code: "relation.known" } });
    expect(await relate(first, second, "followed_up_by")).toMatchObject({ refusal: { code: "relation.known" } });
    valueFrom(await relate(second, first, "same_decision"));
    const [relation] = (await pageOf(intake, first)).relations.filter(({ kind }) => kind === "followed_up_by");
    valueFrom(await unrelate(intake, first, relation!.id as RelationId));
    expect(await kindsOf(intake, second)).toEqual([["same_decision", first]]);
    const steps = (await readWorkCase(intake, first)).notes.map(({ action, details }) => [action, details]);
    expect(steps).toEqual([
      ["case.related", { kind: "followed_up_by", text: caseReference(second) }],
      ["case.related", { kind: "same_decision", text: caseReference(second) }],
      ["case.unrelated", { kind: "followed_up_by", text: caseReference(second) }],
    ]);
    const own = JSON.stringify(await findOwnCase(await reporterOf(first), first));
    expect(own).not.toMatch(new RegExp(`relat|${second}|${caseReference(second)}`));
  });

  test("are not related to themselves, to nobody, or to another team's case, whose reference tells nothing", async () => {
    const caseId = await aCase();
    const beside = (code: string) => ({ refusal: { kind: "invalid", fields: { reference: code } } });
    expect(await relate(caseId, caseId, "same_decision")).toMatchObject(beside("relations.reference.itself"));
    const walled = await aCase({ listedParties: { listedParty: "yes" } });
    expect(await relate(caseId, walled, "same_decision")).toMatchObject(beside("relations.reference.none"));
    const nobody = "6f1cba5e-1111-4222-8333-444455556666" as CaseId;
    expect(await relate(caseId, nobody, "same_decision")).toMatchObject(beside("relations.reference.none"));
  });

  test("a measure of the register is related to a case, and no other", async () => {
    const intake = await team.as.intake();
    const caseId = await aCase();
    valueFrom(await relateMeasure(intake, caseId, { measure: "us_eo_14203" }));
    expect(await relateMeasure(intake, caseId, { measure: "us_eo_14203" })).toMatchObject({
      refusal: { code: "relation.known" },
    });
    expect(await relateMeasure(intake, caseId, { measure: "no_such_measure" })).toMatchObject({
      refusal: { fields: { measure: "relations.measure.required" } },
    });
    const { measures } = await pageOf(intake, caseId);
    expect(measures).toMatchObject([{ label: expect.stringMatching(/14203/) }]);
    valueFrom(await unrelate(intake, caseId, measures[0]!.id as RelationId));
    expect((await pageOf(intake, caseId)).measures).toEqual([]);
  });

  test("a lead relates own cases, sees what is out of reach as gone, and gets no hints", async () => {
    const intake = await team.as.intake();
    const [mine, theirs] = [await aCase(), await aCase()];
    valueFrom(await relate(mine, theirs, "same_institution"));
    valueFrom(await assignCase(intake, mine, { version: 1, lead: team.lead.userId }));
    const lead = await team.as.lead();
    expect(await kindsOf(lead, mine)).toEqual([["same_institution", null]]);
    const wanted = { kind: "same_decision", other: { reference: caseReference(theirs) } } as const;
    expect(await relateCases(lead, mine, wanted)).toMatchObject({
      refusal: { fields: { reference: "relations.reference.none" } },
    });
    valueFrom(await assignCase(intake, theirs, { version: 1, lead: team.lead.userId }));
    valueFrom(await relateCases(lead, mine, wanted));
    expect(await pageOf(lead, mine)).toMatchObject({ hints: [], mayMerge: false });
    expect(await pageOf(intake, mine)).toMatchObject({ mayMerge: true });
  });

  test("each half opens under its own case's key in its own row, and no row tells with which case it is", async () => {
    const intake = await team.as.intake();
    const [one, other] = [await aCase(), await aCase()];
    valueFrom(await relate(one, other, "same_decision"));
    const rows = await db.sql("SELECT * FROM case_relations WHERE case_id = $1", [one]);
    expect(Object.keys(rows[0]!).sort()).toEqual(["case_id", "id", "sealed"]);
    expect(JSON.stringify(rows)).not.toContain(other);
    await db.sql(
      "UPDATE case_relations SET sealed = (SELECT sealed FROM case_relations WHERE case_id = $1) WHERE case_id = $2",
      [one, other],
    );
    await expect(pageOf(intake, other)).rejects.toThrow();
    await expect(withActor(intake, (tx) => openRelations(tx, one, newSecretKey()))).rejects.toThrow();
    const others = [await reporterOf(one), await team.as.walledIntake(), await team.as.lead()];
    for (const actor of others) {
      const seen = withActor(actor, (tx) => tx.caseRelation.findMany()).catch(() => []);
      expect((await seen).filter(({ caseId }) => caseId === one)).toEqual([]);
    }
    await db.sql("DELETE FROM case_relations WHERE case_id = $1", [other]);
  });

  test("hints name cases that agree, and fall silent once the two are related", async () => {
    const intake = await team.as.intake();
    const letter = {
      institution: { institutionName: "Delta Bank", institutionCountry: "LV" },
      started: { startedOn: { date: "2025-11-03", precision: "day" } },
      incidentGroup: { incidentGroup: "payment" },
      incident: { mainIncident: "transfer_rejected" },
      amount: { currency: "EUR", amountMinor: 1_250_000, amountBand: null },
    } as const;
    const [one, other] = [await aCase(letter), await sendReport(neighbour, letter)];
    await aCase({ ...letter, institution: { institutionName: "Delta Bank", institutionCountry: "EE" } });
    const { hints } = await pageOf(intake, one);
    expect(hints.map(({ other, reasons }) => [other.caseId, reasons.map(({ kind }) => kind)])).toEqual([
      [other, ["institution_like", "incident", "date", "amount"]],
    ]);
    valueFrom(await relate(one, other, "same_decision"));
    expect((await pageOf(await team.as.intake(), one)).hints).toEqual([]);
  });

  test("a duplicate is closed, leaves the figures, and comes back as it was", async () => {
    const { kept, twin } = await twoOfOne();
    valueFrom(await moveCase(await team.as.intake(), twin, { version: 2, event: "triage", reason: "" }));
    expect(await counted()).toEqual(expect.arrayContaining([kept, twin]));
    valueFrom(await merge(twin, kept, 3));
    expect(await counted()).toContain(kept);
    expect(await counted()).not.toContain(twin);
    const work = await readWorkCase(await team.as.intake(), twin);
    const page = workCasePage(await team.as.intake(), work, "en");
    expect(page).toMatchObject({ row: { status: { code: "closed" }, dueAt: null }, notCounted: ["duplicate"] });
    expect(page.may.move).toBe(false);
    const reopen = { version: work.version, event: "reopen", reason: "no" } as const;
    expect(await moveCase(await team.as.intake(), twin, reopen)).toMatchObject({
      refusal: { code: "case.is-duplicate" },
    });
    const relations = (await pageOf(await team.as.intake(), kept)).relations;
    expect(relations).toMatchObject([{ kind: "has_duplicate", other: { caseId: twin }, isMerged: true }]);
    expect(await unrelate(await team.as.intake(), kept, relations[0]!.id as RelationId)).toMatchObject({
      refusal: { code: "relation.merged" },
    });
    valueFrom(await unmerge(twin));
    const back = await readWorkCase(await team.as.intake(), twin);
    expect(back).toMatchObject({ status: "triaged", assessment: { duplicateOf: null, eligibility: "eligible" } });
    expect(back.assessment.dueAt).not.toBeNull();
    expect(await counted()).toEqual(expect.arrayContaining([kept, twin]));
    expect((await pageOf(await team.as.intake(), kept)).relations).toEqual([]);
  });

  test("both histories tell of the merge, and its reporter reads words without anything of the other case", async () => {
    const { kept, twin } = await twoOfOne();
    valueFrom(await merge(twin, kept, 2));
    valueFrom(await unmerge(twin));
    const intake = await team.as.intake();
    const told = async (id: CaseId) => (await readWorkCase(intake, id)).notes.map(({ action }) => action);
    expect(await told(kept)).toEqual(
      expect.arrayContaining(["case.duplicate-taken", "case.duplicate-returned", "case.related", "case.unrelated"]),
    );
    expect(JSON.stringify((await readWorkCase(intake, twin)).notes)).toContain("same letter");
    // Otherwise it would stay when the case it speaks of is erased.
    expect(JSON.stringify((await readWorkCase(intake, kept)).notes)).not.toContain("same letter");
    const own = await findOwnCase(neighbour, twin);
    expect(own?.steps.map(({ action }) => action)).toEqual(["case.submitted", "case.merged", "case.unmerged"]);
    expect(JSON.stringify(own)).not.toMatch(new RegExp(`${kept}|${caseReference(kept)}|same letter`));
    const { steps } = reportPage({ own: own!, readers: [] } as never, "en");
    expect(steps.map(({ title }) => title)).toContain("reports.step.merged");
    expect(JSON.stringify(await findOwnCase(await reporterOf(kept), kept))).not.toMatch(/duplicate|merge/);
  });

  test("a merge is refused into what has ended, into a duplicate, of what has duplicates, and to who was slower", async () => {
    const { kept, twin } = await twoOfOne();
    const third = await aCase();
    const beside = (code: string) => ({ refusal: { fields: { reference: `relations.merge.${code}` } } });
    expect(await merge(twin, kept, 1)).toMatchObject({ refusal: { code: "case.changed-meanwhile" } });
    valueFrom(await merge(twin, kept, 2));
    expect(await merge(third, twin, 1)).toMatchObject(beside("kept-ended"));
    expect(await merge(kept, third, 3)).toMatchObject(beside("has-duplicates"));
    valueFrom(await moveCase(await team.as.intake(), third, { version: 1, event: "close", reason: "over" }));
    expect(await merge(kept, third, 3)).toMatchObject(beside("kept-ended"));
    expect(await unmergeCase(await team.as.intake(), kept, { version: 3, reason: "no" })).toMatchObject({
      refusal: { code: "case.not-merged" },
    });
  });

  test("a merge is undone until the kept case has ended, and also where that one is out of reach", async () => {
    const { kept, twin } = await twoOfOne();
    valueFrom(await merge(twin, kept, 2));
    valueFrom(await moveCase(await team.as.intake(), kept, { version: 3, event: "close", reason: "over" }));
    expect(await unmerge(twin)).toMatchObject({ refusal: { code: "case.kept-has-ended" } });
    valueFrom(await moveCase(await team.as.intake(), kept, { version: 4, event: "reopen", reason: "again" }));
    valueFrom(await moveBehindWall(await team.as.intake(), kept, { version: 5, reason: "a listed party" }));
    expect((await pageOf(await team.as.intake(), twin)).relations).toMatchObject([{ other: null }]);
    valueFrom(await unmerge(twin));
    expect((await readWorkCase(await team.as.intake(), twin)).status).toBe("received");
    expect((await pageOf(await team.as.walledIntake(), kept)).relations).toMatchObject([{ other: null }]);
  });

  test("two coordinators who merge a pair crosswise cannot both win", async () => {
    const { kept, twin } = await twoOfOne();
    const [a, b] = await Promise.allSettled([merge(twin, kept, 2), merge(kept, twin, 2)]);
    const won = [a, b].filter((one) => one.status === "fulfilled" && one.value.ok);
    expect(won).toHaveLength(1);
    const stands = [await versionOf(kept), await versionOf(twin)];
    expect(stands).toEqual([3, 3]);
    expect((await counted()).filter((id) => id === kept || id === twin)).toHaveLength(1);
  });

  test("what an erased case was related to goes with it, and its other side shows that it has gone", async () => {
    const [gone, stays] = [await aCase(), await aCase()];
    valueFrom(await relate(gone, stays, "same_decision"));
    valueFrom(await withdrawCase(await reporterOf(gone), gone));
    valueFrom(await eraseCase(await reporterOf(gone), gone));
    expect(await db.sql("SELECT 1 FROM case_relations WHERE case_id = $1", [gone])).toEqual([]);
    const intake = await team.as.intake();
    const [half] = (await pageOf(intake, stays)).relations;
    expect(half).toMatchObject({ kind: "same_decision", other: null });
    valueFrom(await unrelate(intake, stays, half!.id as RelationId));
    expect((await pageOf(intake, stays)).relations).toEqual([]);
  });
});
