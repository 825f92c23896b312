import { beforeAll, expect, test } from "vitest";
import { lockAccount } from "#app/features/accounts/people/people-commands.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { readQueuePage } from "#app/features/cases/casework/queue-page.server.ts";
import { NO_VIEW, queueViewIn } from "#app/features/cases/casework/queue-view.ts";
import { moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { workCasePage } from "#app/features/cases/casework/work-case-page.server.ts";
import { findWorkCase, listAssigned } from "#app/features/cases/casework/work-case-queries.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { handOver } from "#app/features/tasks/hand-over-commands.server.ts";
import { readHandOver } from "#app/features/tasks/hand-over-page.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { sendReport } from "../../../support/reports.ts";
import { actorFor, newColleague, type Person, valueFrom } from "../../../support/world.ts";

onBothDatabases("a single case in the hands of a lead", (db) => {
  let team: CaseTeam;
  let other: Person;

  beforeAll(async () => {
    team = await newCaseTeam();
    other = await newColleague(team.world, "lead");
  });

  const intake = () => team.as.intake();
  const give = async (caseId: CaseId, version: number, lead: string | null) =>
    assignCase(await intake(), caseId, { version, lead });
  const aCaseOf = async (lead: Person) => {
    const caseId = await sendReport(await team.as.reporter());
    valueFrom(await give(caseId, 1, lead.userId));
    return caseId;
  };
  const wrapsOf = async ({ userId }: Person, caseId: CaseId) => {
    const rows = await db.sql(
      "SELECT object_kind FROM wraps WHERE recipient_kind = 'user' AND recipient_id = $1 AND object_id = $2",
      [userId, caseId],
    );
    return rows.map(({ object_kind }) => object_kind).sort();
  };
  const opens = async (lead: Person, caseId: CaseId) =>
    (await findWorkCase(await actorFor(lead, "lead"), caseId)) !== null;

  test("goes with both keys to the next one and leaves none with whoever had it", async () => {
    const caseId = await aCaseOf(team.lead);
    expect(await wrapsOf(team.lead, caseId)).toEqual(["case", "notes"]);
    valueFrom(await give(caseId, 2, other.userId));
    expect([await wrapsOf(team.lead, caseId), await opens(team.lead, caseId)]).toEqual([[], false]);
    expect([await wrapsOf(other, caseId), await opens(other, caseId)]).toEqual([["case", "notes"], true]);
    valueFrom(await give(caseId, 3, null));
    expect([await wrapsOf(other, caseId), await opens(other, caseId)]).toEqual([[], false]);
  });

  test("is given to nobody any more once its reporter has withdrawn it, and can still be taken back", async () => {
    const caseId = await aCaseOf(team.lead);
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    expect(await give(caseId, 3, other.userId)).toMatchObject({ refusal: { code: "case.ended" } });
    expect(await wrapsOf(other, caseId)).toEqual([]);
    valueFrom(await give(caseId, 3, null));
    expect(await wrapsOf(team.lead, caseId)).toEqual([]);
  });

  test("is handed over in one step: what is open to the next one, what is closed to nobody, and no key stays behind", async () => {
    const leaving = await newColleague(team.world, "lead");
    const open = await aCaseOf(leaving);
    const closed = await aCaseOf(leaving);
    const withdrawn = await aCaseOf(leaving);
    valueFrom(await moveCase(await intake(), closed, { version: 2, event: "close", reason: "nothing to do" }));
    valueFrom(await withdrawCase(await team.as.reporter(), withdrawn));
    const from = async () => (await readHandOver(await intake())).from.find(({ id }) => id === leaving.userId);
    expect(await from()).toMatchObject({ cases: 3 });
    const hands = { from: leaving.userId, to: other.userId, what: "all" } as const;
    expect(valueFrom(await handOver(await intake(), hands))).toEqual({ cases: 3, tasks: 0 });
    for (const caseId of [open, closed, withdrawn]) expect(await wrapsOf(leaving, caseId)).toEqual([]);
    expect(await listAssigned(await actorFor(leaving, "lead"))).toEqual([]);
    expect([await opens(other, open), await opens(other, closed), await opens(other, withdrawn)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await from()).toBeUndefined();
  });

  test("still bears the name of who was locked, on its page and among those the queue is filtered by", async () => {
    const locked = await newColleague(team.world, "lead");
    const caseId = await aCaseOf(locked);
    valueFrom(await lockAccount(await actorFor(team.world.administrator, "administrator"), locked.userId));
    expect(await wrapsOf(locked, caseId)).toEqual([]);
    const work = await findWorkCase(await intake(), caseId);
    expect(workCasePage(await intake(), work!, "en").row.lead).toBe(locked.handle);
    expect(work!.leads.map(({ id }) => id)).not.toContain(locked.userId);
    const hidden = { ...NO_VIEW, assigned: locked.userId };
    const asked = {
      view: queueViewIn(new URLSearchParams()),
      hidden,
      locale: "en",
      afterResponse: { add() {}, last() {} },
    } as const;
    const queue = await readQueuePage(await intake(), asked);
    expect(queue.rows.map((row) => row.caseId)).toEqual([caseId]);
    expect(queue.choices.leads).toContainEqual({ id: locked.userId, handle: locked.handle });
  });
});
