import { beforeAll, expect, test } from "vitest";
import { lockAccount } from "#app/features/accounts/people/people-commands.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { calendarFile } from "#app/features/tasks/calendar-file.server.ts";
import { handOver } from "#app/features/tasks/hand-over-commands.server.ts";
import { readHandOver } from "#app/features/tasks/hand-over-page.server.ts";
import { countOverdueTasks } from "#app/features/tasks/overdue-count.server.ts";
import type { Task } from "#app/features/tasks/task.ts";
import { addTask, changeTask } from "#app/features/tasks/task-commands.server.ts";
import { readWork } from "#app/features/tasks/work-page.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { sendReport } from "../../../support/reports.ts";
import { aTask } from "../../../support/tasks.ts";
import { actorFor, newColleague, valueFrom } from "../../../support/world.ts";

onBothDatabases("the work of a team", () => {
  let team: CaseTeam;
  const today = isoDayOf(new Date());

  beforeAll(async () => {
    team = await newCaseTeam();
  });

  const aCase = async (report = {}): Promise<CaseId> => sendReport(await team.as.reporter(), report);
  const withTask = async (task: Partial<Task>) => {
    const caseId = await aCase();
    return { caseId, ...valueFrom(await addTask(await team.as.intake(), caseId, aTask(task))) };
  };

  test("stands on the work page of the team and of the lead, with the days from reports, and no others", async () => {
    const intake = await team.as.intake();
    const late = addDays(today, -3);
    const { caseId } = await withTask({ text: "late", dueOn: late, ownerId: intake.userId });
    const deadlines = { closureOn: addDays(today, 5), payrollOn: null, hearingOn: null, windDownOn: null };
    const noticed = await aCase({ deadlines });
    const withdrawn = await aCase({ deadlines });
    valueFrom(await withdrawCase(await team.as.reporter(), withdrawn));
    const all = await readWork(intake, "all");
    const of = (id: CaseId) => all.entries.filter((entry) => entry.caseId === id);
    expect(of(caseId)).toMatchObject([{ dueOn: late, task: { text: "late", owner: { kind: "me" } } }]);
    expect(of(noticed)).toMatchObject([
      { dueOn: deadlines.closureOn, deadline: { kind: "closure", from: "closureOn" } },
    ]);
    expect(of(withdrawn)).toEqual([]);
    expect(all.isCut).toBe(false);
    expect((await readWork(intake, "mine")).entries.map(({ caseId }) => caseId)).toEqual([caseId]);
    expect(await countOverdueTasks(intake)).toBe(1);
    const second = await withTask({ dueOn: late });
    expect(await countOverdueTasks(intake)).toBe(2);
    valueFrom(await changeTask(intake, second.caseId, second.taskId, { version: 1, task: aTask({ dueOn: today }) }));
    expect([await countOverdueTasks(intake), await countOverdueTasks(intake)]).toEqual([1, 1]);
    const lead = await team.as.lead();
    expect((await readWork(lead, "all")).entries).toEqual([]);
    valueFrom(await assignCase(intake, noticed, { version: 1, lead: lead.userId }));
    expect((await readWork(lead, "mine")).entries).toMatchObject([{ caseId: noticed, deadline: { kind: "closure" } }]);
    expect(await countOverdueTasks(lead)).toBe(0);
  });

  test("as a calendar file is references and days, the same marks each time, and no word", async () => {
    const intake = await team.as.intake();
    const { caseId, taskId } = await withTask({
      text: "Very private words",
      dueOn: addDays(today, 9),
      kind: "hearing",
    });
    const answer = await calendarFile(intake, "all");
    const text = await answer.text();
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="calendar.ics"');
    expect(text).toContain(`DTSTART;VALUE=DATE:${addDays(today, 9).replaceAll("-", "")}`);
    expect(text).not.toMatch(/private words|hearing|Riverside|Northern/i);
    for (const secret of [caseId, taskId, intake.handle, intake.userId]) expect(text).not.toContain(secret);
    expect(await (await calendarFile(intake, "all")).text()).toBe(text);
    expect(new Set(text.match(/^UID:.*$/gm)).size).toBe(text.match(/^UID:/gm)?.length);
  });
});

onBothDatabases("somebody who leaves", () => {
  let team: CaseTeam;

  beforeAll(async () => {
    team = await newCaseTeam();
  });

  test("leaves tasks without owner, and all of them go to another in one step, the cases too", async () => {
    const intake = await team.as.intake();
    const other = await newColleague(team.world, "lead");
    const send = async () => sendReport(await team.as.reporter());
    const [led, own] = [await send(), await send()];
    valueFrom(await assignCase(intake, led, { version: 1, lead: team.lead.userId }));
    valueFrom(await addTask(intake, led, aTask({ text: "theirs", ownerId: team.lead.userId })));
    valueFrom(await addTask(intake, own, aTask({ text: "mine", ownerId: intake.userId })));
    const administrator = await actorFor(team.world.administrator, "administrator");
    valueFrom(await lockAccount(administrator, team.lead.userId));
    const owners = async (caseId: CaseId) =>
      (await readWork(await team.as.intake(), "all")).entries
        .filter((entry) => entry.caseId === caseId)
        .map(({ task }) => task?.owner);
    expect(await owners(led)).toEqual([{ kind: "gone", handle: team.lead.handle }]);
    expect((await readHandOver(intake)).from[0]).toMatchObject({
      id: team.lead.userId,
      isLocked: true,
      tasks: 1,
      cases: 1,
    });
    const hands = { from: team.lead.userId, to: other.userId } as const;
    expect(await handOver(intake, { ...hands, to: team.lead.userId, what: "tasks" })).toMatchObject({ ok: false });
    expect(await handOver(intake, { ...hands, to: team.world.coordinators[0].userId, what: "all" })).toMatchObject({
      refusal: { fields: { to: "tasks.hand-over.to.no-lead" } },
    });
    // Without the case a lead cannot take its tasks: nothing fits, nothing moves.
    expect(await handOver(intake, { ...hands, what: "tasks" })).toEqual({ ok: true, value: { cases: 0, tasks: 0 } });
    expect(await handOver(intake, { ...hands, what: "all" })).toEqual({ ok: true, value: { cases: 1, tasks: 1 } });
    expect(await owners(led)).toEqual([{ kind: "named", handle: other.handle }]);
    expect(await owners(own)).toEqual([{ kind: "me" }]);
    const taker = await actorFor(other, "lead");
    expect((await readWork(taker, "mine")).entries).toMatchObject([{ caseId: led, task: { text: "theirs" } }]);
    const back = { from: other.userId, to: intake.userId, what: "tasks" } as const;
    expect(await handOver(intake, back)).toEqual({ ok: true, value: { cases: 0, tasks: 1 } });
    expect(await owners(led)).toEqual([{ kind: "me" }]);
  });
});
