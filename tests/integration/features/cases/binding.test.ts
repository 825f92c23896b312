import { beforeAll, expect, test } from "vitest";
import { withActor } from "#app/access/with-actor.server.ts";
import { countedCases } from "#app/features/briefings/figures/counted-rows.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { bindCase, listConfirmedParties } from "#app/features/cases/casework/bind-commands.server.ts";
import { assessCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { moveBehindWall } from "#app/features/cases/casework/wall-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { changeConsent, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase, listOwnReports } from "#app/features/cases/reporting/report-queries.server.ts";
import { A_JUDGEMENT, type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { keysOf, type WrapRow } from "../../../support/key-reach.ts";
import { newLink, reportByLink } from "../../../support/receipts.ts";
import { aReport } from "../../../support/reports.ts";
import { actorFor, newColleague, type Person, valueFrom } from "../../../support/world.ts";

onBothDatabases("a report by receipt in figures", (db) => {
  let team: CaseTeam;
  let analyst: Person;
  let code: string;
  let organisation: string;

  beforeAll(async () => {
    team = await newCaseTeam();
    analyst = await newColleague(team.world, "analyst");
    code = await newLink(await team.as.intake());
    organisation = (await team.as.reporter()).organisationId!;
  }, 120_000);

  /** The cases of the next release, each with the organisation it stands for. */
  async function counted(): Promise<Record<string, string>> {
    const actor = await actorFor(analyst, "analyst");
    const { cases, rows } = valueFrom(await withActor(actor, (tx) => countedCases(actor, tx)));
    return Object.fromEntries(cases.map(({ caseId }, at) => [caseId, rows[at]!.organisationKey]));
  }

  const versionOf = async (caseId: string) =>
    Number((await db.sql("SELECT version FROM cases WHERE id = $1", [caseId]))[0]!.version);

  /** Judged eligible, as coordinators do before they know who is behind it. */
  async function judged() {
    const sent = await reportByLink(code, aReport());
    valueFrom(await assessCase(await team.as.intake(), sent.caseId, { version: 1, ...A_JUDGEMENT }));
    return sent;
  }

  const bind = async (
    caseId: Awaited<ReturnType<typeof judged>>["caseId"],
    party: Parameters<typeof bindCase>[2]["party"],
  ) => bindCase(await team.as.intake(), caseId, { version: await versionOf(caseId), reason: "met them", party });

  test("is left out, however it was judged, until intake has bound it; from then on it counts for that organisation", async () => {
    const { caseId, reporter } = await judged();
    expect(await counted()).not.toHaveProperty(caseId);
    expect(await findWorkCase(await team.as.intake(), caseId)).toMatchObject({ isBound: false });
    valueFrom(await bind(caseId, organisation));
    expect((await counted())[caseId]).toBe(organisation);
    expect(await findWorkCase(await team.as.intake(), caseId)).toMatchObject({ isBound: true });
    // What its reporter writes afterwards takes nothing of it away.
    valueFrom(await changeConsent(reporter, caseId, { consent: "c3_anonymised_narrative" }));
    expect((await counted())[caseId]).toBe(organisation);
    valueFrom(await withdrawCase(reporter, caseId));
    expect(await counted()).not.toHaveProperty(caseId);
  });

  test("is used for nothing once it is withdrawn: nobody is written behind it, and no lead gets its keys", async () => {
    const { caseId, reporter } = await judged();
    valueFrom(await withdrawCase(reporter, caseId));
    const ended = { refusal: { code: "case.ended" } };
    expect(await bind(caseId, organisation)).toMatchObject(ended);
    const version = await versionOf(caseId);
    const intake = await team.as.intake();
    expect(await assignCase(intake, caseId, { version, lead: team.lead.userId })).toMatchObject(ended);
    expect((await assignCase(intake, caseId, { version, lead: null })).ok).toBe(true);
  });

  test("is not bound by whoever can write to the database: four false reports would else expose the fifth", async () => {
    const { caseId, reporter } = await judged();
    await db.sql("UPDATE cases SET organisation_id = $1 WHERE id = $2", [organisation, caseId]);
    valueFrom(await changeConsent(reporter, caseId, { consent: "c3_anonymised_narrative" }));
    const version = await versionOf(caseId);
    valueFrom(await assessCase(await team.as.intake(), caseId, { version, ...A_JUDGEMENT, severity: "low" }));
    expect(await counted()).not.toHaveProperty(caseId);
    const bound = await judged();
    valueFrom(await bind(bound.caseId, organisation));
    await db.sql(
      "UPDATE cases SET organisation_id = (SELECT id FROM organisations WHERE id <> $1 LIMIT 1) WHERE id = $2",
      [organisation, bound.caseId],
    );
    const next = { version: await versionOf(bound.caseId), ...A_JUDGEMENT, severity: "low" } as const;
    valueFrom(await assessCase(await team.as.intake(), bound.caseId, next));
    expect(await counted()).not.toHaveProperty(bound.caseId);
  });

  test("is bound to an organisation or a group that has no account, which is then on the team's list", async () => {
    const { caseId } = await judged();
    valueFrom(await bind(caseId, { name: "Delta Families", country: "FR" }));
    const parties = await listConfirmedParties(await team.as.intake());
    const party = parties.find(({ name }) => name === "Delta Families");
    expect((await counted())[caseId]).toBe(party?.id);
    expect((await findWorkCase(await team.as.intake(), caseId))?.body.organisationName).toBe("Delta Families");
  });

  test("takes such an organisation along when the last case of it is erased, and not before", async () => {
    const keptOf = async (party: string) => {
      const [row] = await db.sql(
        `SELECT (SELECT count(*)::int FROM organisations WHERE id::text = $1) AS rows,
           (SELECT count(*)::int FROM group_keys WHERE name = 'org/' || $1) AS keys,
           (SELECT count(*)::int FROM wraps WHERE object_id IN ($1, 'org/' || $1)) AS wraps`,
        [party],
      );
      return row;
    };
    const [first, second] = [await judged(), await judged()];
    valueFrom(await bind(first.caseId, { name: "Gamma Families", country: null }));
    const party = (await listConfirmedParties(await team.as.intake())).find(
      ({ name }) => name === "Gamma Families",
    )!.id;
    valueFrom(await bind(second.caseId, party));
    const other = await judged();
    valueFrom(await bind(other.caseId, { name: "Epsilon Families", country: null }));
    const before = await keptOf(party);
    expect(before).toMatchObject({ rows: 1, keys: 1 });
    const wall = { version: await versionOf(second.caseId), reason: "a listed partner" };
    valueFrom(await moveBehindWall(await team.as.intake(), second.caseId, wall));
    for (const { reporter, caseId } of [first, second]) {
      expect(await keptOf(party)).toEqual(before);
      valueFrom(await withdrawCase(reporter, caseId));
      valueFrom(await eraseCase(reporter, caseId));
    }
    expect(await keptOf(party)).toEqual({ rows: 0, keys: 0, wraps: 0 });
    const names = (await listConfirmedParties(await team.as.intake())).map(({ name }) => name);
    expect(names).toContain("Epsilon Families");
    expect(await keptOf(organisation)).toMatchObject({ rows: 1 });
  });

  test("tells the organisation nothing: it sees no case, holds no key of it, and can neither change nor erase it", async () => {
    const { caseId, reporter } = await judged();
    valueFrom(await bind(caseId, organisation));
    const member = await team.as.reporter();
    expect(await findOwnCase(member, caseId)).toBeNull();
    expect((await listOwnReports(member)).cases.map(({ id }) => id)).not.toContain(caseId);
    const wraps = (await db.sql("SELECT * FROM wraps")) as unknown as WrapRow[];
    expect([...keysOf(team.reporter, wraps).keys()]).not.toContain(`case:${caseId}`);
    valueFrom(await withdrawCase(reporter, caseId));
    expect((await eraseCase(member, caseId)).ok).toBe(false);
    const [tried] = await withActor(
      member,
      (tx) => tx.$queryRaw<{ done: boolean }[]>`SELECT app.erase_case(${caseId}::uuid) AS done`,
    );
    expect(tried?.done).toBe(false);
    valueFrom(await eraseCase(reporter, caseId));
  });

  test("is bound once, to a confirmed organisation of the own team, and by the one who has read its newest state", async () => {
    const { caseId } = await judged();
    const stale = { version: 1, reason: "met them", party: organisation };
    expect(await bindCase(await team.as.intake(), caseId, stale)).toMatchObject({
      refusal: { code: "case.changed-meanwhile" },
    });
    await db.sql("UPDATE organisations SET state = 'invited' WHERE id = $1", [organisation]);
    expect(await bind(caseId, organisation)).toMatchObject({ refusal: { code: "organisation.not-confirmed" } });
    await db.sql("UPDATE organisations SET state = 'confirmed' WHERE id = $1", [organisation]);
    expect(await bind(caseId, caseId)).toMatchObject({ refusal: { code: "organisation.none" } });
    expect(await counted()).not.toHaveProperty(caseId);
    valueFrom(await bind(caseId, organisation));
    expect(await bind(caseId, organisation)).toMatchObject({ refusal: { code: "case.bound-already" } });
    const work = await findWorkCase(await team.as.intake(), caseId);
    expect(work?.notes.at(-1)).toMatchObject({ action: "case.bound", details: { text: "met them" } });
    expect(work?.steps.map(({ action }) => action)).not.toContain("case.bound");
  });

  test("moves behind the wall unbound, and counts there only when it is bound there", async () => {
    const { caseId } = await judged();
    const form = { version: await versionOf(caseId), reason: "a listed partner" };
    valueFrom(await moveBehindWall(await team.as.intake(), caseId, form));
    const walled = await team.as.walledIntake();
    expect(await findWorkCase(walled, caseId)).toMatchObject({ isBound: false });
    expect(await bind(caseId, organisation)).toMatchObject({ refusal: { kind: "not-found" } });
    const version = await versionOf(caseId);
    valueFrom(await bindCase(walled, caseId, { version, reason: "met", party: { name: "Behind", country: null } }));
    expect(await findWorkCase(walled, caseId)).toMatchObject({ isBound: true });
  });
});
