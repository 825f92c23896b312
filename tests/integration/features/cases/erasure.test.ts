import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { addNote, noted } from "#app/features/cases/casework/triage-commands.server.ts";
import { findWorkCase, listAssigned } from "#app/features/cases/casework/work-case-queries.server.ts";
import { addRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { addToCase, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase, listOwnReports } from "#app/features/cases/reporting/report-queries.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { queue } from "#app/features/facets/facet-queries.ts";
import { writeAsTeam } from "#app/features/messages/message-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok } from "#app/kernel/result.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { aRemedy } from "../../../support/remedies.ts";
import { sendReport } from "../../../support/reports.ts";
import { actorFor, newReporter, valueFrom } from "../../../support/world.ts";

const A_MOMENT_MS = 500;

/** Something under way: back as soon as it says that it is in the middle of its transaction. */
function begun<T>(run: (atWork: () => void) => Promise<T>): Promise<{ readonly ended: Promise<T> }> {
  return new Promise((resolve) => {
    const ended = run(() => resolve({ ended }));
  });
}

onBothDatabases("erasing a case", (db) => {
  let team: CaseTeam;

  beforeAll(async () => {
    team = await newCaseTeam();
  });

  const rowsOf = async (caseId: CaseId) => {
    const count = async (table: string, where: string) =>
      Number((await db.sql(`SELECT count(*) AS n FROM ${table} WHERE ${where} = $1`, [caseId]))[0]!.n);
    return {
      wraps: await count("wraps", "object_id"),
      steps: await count("case_events", "case_id::text"),
      notes: await count("case_notes", "case_id::text"),
      assessments: await count("case_assessments", "case_id::text"),
      messages: await count("messages", "case_id::text"),
      standings: await count("message_standings", "case_id::text"),
      remedies: await count("remedies", "case_id::text"),
    };
  };
  /** Every case that a queue without filters shows. */
  const inIndex = async (actor: Actor) => {
    const query = {
      sort: "due",
      page: 1,
      pageSize: 1000,
      now: 1,
      openStatuses: [1],
      newStatuses: [1],
      filters: {},
    } as const;
    const { cases } = await withActor(actor, (tx) =>
      withFacetIndex(actor, tx, [actor.teamId!], ([index]) => queue(index!, query)),
    );
    return cases.map(({ caseId }) => caseId);
  };

  const versionOf = async (caseId: CaseId) =>
    Number((await db.sql("SELECT version FROM cases WHERE id = $1", [caseId]))[0]!.version);

  async function workedOn(): Promise<CaseId> {
    const caseId = await sendReport(await team.as.reporter());
    valueFrom(await addToCase(await team.as.reporter(), caseId, { text: "they rang again" }));
    valueFrom(await assignCase(await team.as.intake(), caseId, { version: 2, lead: team.lead.userId }));
    valueFrom(await addNote(await team.as.lead(), caseId, { text: "rang them" }));
    valueFrom(await writeAsTeam(await team.as.lead(), caseId, { text: "we rang them" }));
    valueFrom(await addRemedy(await team.as.lead(), caseId, aRemedy()));
    return caseId;
  }

  test("leaves its id and its month, and no key, no text, no note and no organisation", async () => {
    const caseId = await workedOn();
    expect(await rowsOf(caseId)).toMatchObject({
      wraps: 5,
      notes: 2,
      assessments: 1,
      messages: 1,
      standings: 1,
      remedies: 1,
    });
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    valueFrom(await eraseCase(await team.as.reporter(), caseId));
    expect(await rowsOf(caseId)).toEqual({
      wraps: 0,
      steps: 0,
      notes: 0,
      assessments: 0,
      messages: 0,
      standings: 0,
      remedies: 0,
    });
    const [row] = await db.sql(
      `SELECT organisation_id, assigned_user_id, status, length(sealed_body) AS body, length(sealed_facets) AS facets,
       extract(day FROM created_week)::int AS day FROM cases WHERE id = $1`,
      [caseId],
    );
    expect(row).toEqual({
      organisation_id: null,
      assigned_user_id: null,
      status: "erased",
      body: 0,
      facets: 0,
      day: 1,
    });
  });

  test("takes it out of everybody's sight, and out of the index", async () => {
    const caseId = await workedOn();
    expect(await inIndex(await team.as.intake())).toContain(caseId);
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    valueFrom(await eraseCase(await team.as.reporter(), caseId));
    expect(await findOwnCase(await team.as.reporter(), caseId)).toBeNull();
    expect((await listOwnReports(await team.as.reporter())).cases.map(({ id }) => id)).not.toContain(caseId);
    expect(await findWorkCase(await team.as.intake(), caseId)).toBeNull();
    expect(await findWorkCase(await team.as.lead(), caseId)).toBeNull();
    expect((await listAssigned(await team.as.lead())).map(({ id }) => id)).not.toContain(caseId);
    expect(await inIndex(await team.as.intake())).not.toContain(caseId);
    expect(await addNote(await team.as.intake(), caseId, { text: "too late" })).toMatchObject({
      refusal: { code: "case.none" },
    });
  });

  test("leaves every other case as it is", async () => {
    const caseId = await workedOn();
    const other = await workedOn();
    const before = await rowsOf(other);
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    valueFrom(await eraseCase(await team.as.reporter(), caseId));
    expect(await rowsOf(other)).toEqual(before);
    expect(await findWorkCase(await team.as.lead(), other)).not.toBeNull();
  });

  test("takes along what is written at the same moment, or lets nothing be written any more", async () => {
    const caseId = await workedOn();
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    const [reporter, intake] = [await team.as.reporter(), await team.as.intake()];
    const writing = await begun((atWork) =>
      recorded(intake, async (tx, record) => {
        await record(noted(caseId, await openNotesKey(intake, tx, caseId), { text: "a moment before" }));
        atWork();
        await setTimeout(A_MOMENT_MS);
        return ok(null);
      }),
    );
    valueFrom(await eraseCase(reporter, caseId));
    valueFrom(await writing.ended);
    expect(await rowsOf(caseId)).toMatchObject({ notes: 0, steps: 0, wraps: 0 });
    const other = await workedOn();
    valueFrom(await withdrawCase(reporter, other));
    const erasing = await begun((atWork) =>
      withActor(reporter, async (tx) => {
        await tx.$queryRaw`SELECT app.erase_case(${other}::uuid) AS done`;
        atWork();
        await setTimeout(A_MOMENT_MS);
      }),
    );
    expect(await addNote(intake, other, { text: "a moment after" })).toMatchObject({ refusal: { code: "case.none" } });
    await erasing.ended;
    expect(await rowsOf(other)).toMatchObject({ notes: 0, steps: 0, wraps: 0 });
  });

  test("tells the index of the team that has it, also where it goes behind the wall at the same moment", async () => {
    const caseId = await workedOn();
    const [reporter, intake] = [await team.as.reporter(), await team.as.intake()];
    valueFrom(await assignCase(intake, caseId, { version: await versionOf(caseId), lead: null }));
    valueFrom(await withdrawCase(reporter, caseId));
    const { teamId, walledTeamId } = team.world.setUp;
    const told = async () =>
      db.sql("SELECT team_id, count(*)::int AS n FROM facet_inbox GROUP BY team_id").then((rows) => {
        const counts = new Map(rows.map((row) => [row.team_id, Number(row.n)]));
        return [counts.get(teamId) ?? 0, counts.get(walledTeamId) ?? 0];
      });
    const [open, walled] = await told();
    const moving = await begun((atWork) =>
      withActor(intake, async (tx) => {
        await tx.$queryRaw`SELECT app.move_behind_wall(${caseId}::uuid, ${walledTeamId}::uuid) AS done`;
        atWork();
        await setTimeout(A_MOMENT_MS);
      }),
    );
    valueFrom(await eraseCase(reporter, caseId));
    await moving.ended;
    expect(await told()).toEqual([open, walled! + 1]);
  });

  test("is its own organisation's to ask for, after withdrawing, and once", async () => {
    const caseId = await workedOn();
    const neighbour = await newReporter(team.world, "Hillside Archive");
    expect(await eraseCase(await actorFor(neighbour, "reporter"), caseId)).toMatchObject({
      refusal: { kind: "not-found" },
    });
    expect(await eraseCase(await team.as.reporter(), caseId)).toMatchObject({
      refusal: { code: "case.withdraw-first" },
    });
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    valueFrom(await eraseCase(await team.as.reporter(), caseId));
    expect(await eraseCase(await team.as.reporter(), caseId)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  test("is refused by the database itself to a neighbour, and to whoever has not withdrawn", async () => {
    const caseId = await workedOn();
    const erase = (actor: Actor) =>
      withActor(actor, (tx) => tx.$queryRaw<{ done: boolean }[]>`SELECT app.erase_case(${caseId}::uuid) AS done`);
    const neighbour = await actorFor(await newReporter(team.world, "Harbour Library"), "reporter");
    expect(await erase(await team.as.reporter())).toEqual([{ done: false }]);
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    expect(await erase(neighbour)).toEqual([{ done: false }]);
    await expect(erase(await team.as.intake())).rejects.toThrow();
    expect(await findOwnCase(await team.as.reporter(), caseId)).not.toBeNull();
  });
});
