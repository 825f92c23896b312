import { beforeAll, describe, expect, test } from "vitest";
import type { CaseTasks } from "#app/features/tasks/case-tasks.ts";
import type { HandOverPageData } from "#app/features/tasks/hand-over-page.ts";
import { addTask } from "#app/features/tasks/task-commands.server.ts";
import type { Work } from "#app/features/tasks/work-page.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import * as assigned from "#app/routes/casework/assigned.tsx";
import * as page from "#app/routes/casework/case.tsx";
import * as change from "#app/routes/casework/case-task.tsx";
import * as end from "#app/routes/casework/case-task-end.tsx";
import * as added from "#app/routes/casework/case-task-new.tsx";
import * as reopen from "#app/routes/casework/case-task-reopen.tsx";
import * as list from "#app/routes/casework/case-tasks.tsx";
import * as queue from "#app/routes/casework/queue.tsx";
import * as work from "#app/routes/casework/work.tsx";
import * as calendar from "#app/routes/casework/work-calendar.tsx";
import * as file from "#app/routes/casework/work-calendar-file.ts";
import * as handOver from "#app/routes/casework/work-hand-over.tsx";
import { type CaseTeam, newCaseTeam } from "../../support/case-team.ts";
import { onBothDatabases } from "../../support/database.ts";
import { sendReport } from "../../support/reports.ts";
import { type Cookie, type DoorAnswer, open, send, signedInAs } from "../../support/requests.ts";
import { aTask } from "../../support/tasks.ts";
import { newColleague, valueFrom } from "../../support/world.ts";

interface FormPage {
  readonly formToken: string;
  readonly task?: { readonly version: number };
}
interface Refused {
  readonly refusal: { readonly kind: string; readonly code: string; readonly fields?: object };
  readonly values: Readonly<Record<string, string>>;
}
type Door = { readonly loader: unknown; readonly action: unknown };

const NEW = { text: "Ring the bank.", kind: "todo", dueDay: "", dueMonth: "", dueYear: "", owner: "" };
const dayFields = (day: string) => {
  const [year = "", month = "", number = ""] = day.split("-");
  return { dueDay: number, dueMonth: month, dueYear: year };
};

onBothDatabases("the pages of tasks", () => {
  let team: CaseTeam;
  let intake: Cookie;
  let leading: Cookie;
  let caseId: CaseId;
  const today = isoDayOf(new Date());

  beforeAll(async () => {
    team = await newCaseTeam();
    intake = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    leading = await signedInAs(team.lead, "lead");
    caseId = await sendReport(await team.as.reporter());
  });

  const asked = (cookie: Cookie, taskId = "") => ({ cookie, params: { caseId, taskId } });
  const look = <Data>(door: { readonly loader: unknown }, path: string, cookie = intake, taskId = "") =>
    open<Data>(door.loader as never, path, asked(cookie, taskId));
  const submit = async (
    door: Door,
    fields: Record<string, string>,
    { cookie = intake, taskId = "", path = `/cases/${caseId}/tasks` } = {},
  ): Promise<DoorAnswer<Refused>> => {
    const { data } = await look<FormPage>(door, path, cookie, taskId);
    const hidden = {
      formToken: data.formToken,
      ...(data.task && { recordVersion: String(data.task.version) }),
    };
    return send<Refused>(door.action as never, path, { ...hidden, ...fields }, asked(cookie, taskId));
  };
  const tasks = async () => (await look<{ tasks: CaseTasks }>(list, `/cases/${caseId}/tasks`)).data.tasks;
  const home = () => ({ status: 302, location: `/cases/${caseId}/tasks` });

  test("mistakes are told at once, each beside its field, with everything as typed", async () => {
    const answer = await submit(added, { ...NEW, text: "", kind: "hearing" });
    expect(answer.status).toBe(422);
    expect(answer.data.refusal.fields).toEqual({ text: "tasks.text.required", due: "tasks.due.required" });
    const noDay = await submit(added, { ...NEW, kind: "hearing" });
    expect(noDay.data).toMatchObject({
      refusal: { fields: { due: "tasks.due.required" } },
      values: { text: NEW.text },
    });
  });

  test("a task is added, changed, finished and opened again, and the case tells it in its history", async () => {
    expect(await submit(added, { ...NEW, ...dayFields(addDays(today, -1)) })).toMatchObject(home());
    const [entry] = (await tasks()).entries;
    const taskId = entry!.key;
    expect(entry).toMatchObject({ dueOn: addDays(today, -1), task: { text: NEW.text, owner: { kind: "none" } } });
    const changed = { ...NEW, text: "Write to the bank.", ...dayFields(addDays(today, -2)) };
    expect(await submit(change, changed, { taskId })).toMatchObject(home());
    expect(await submit(end, { end: "" }, { taskId })).toMatchObject({ status: 422 });
    expect(await submit(end, { end: "done", remark: "" }, { taskId })).toMatchObject(home());
    expect(await tasks()).toMatchObject({ entries: [], ended: [{ id: taskId, text: "Write to the bank." }] });
    expect(await submit(reopen, {}, { taskId })).toMatchObject(home());
    const { data } = await look<{ work: { steps: { key: string }[] }; tasks: CaseTasks }>(page, `/cases/${caseId}`);
    expect(data.tasks.entries.map(({ key }) => key)).toEqual([taskId]);
    expect(data.work.steps.map(({ key }) => key.split(".").at(-1))).toEqual([
      "task-reopened",
      "task-done",
      "task-changed",
      "task-added",
      "submitted",
    ]);
  });

  test("whoever is slower keeps what was typed, also when the task has been finished meanwhile", async () => {
    const actor = await team.as.intake();
    const { taskId } = valueFrom(await addTask(actor, caseId, aTask()));
    const { data } = await look<FormPage>(change, `/cases/${caseId}/tasks/${taskId}`, intake, taskId);
    const late = { ...NEW, text: "Too late.", formToken: data.formToken, recordVersion: "1" };
    await submit(change, { ...NEW, text: "Faster." }, { taskId });
    const answer = await send<Refused>(change.action, "/x", late, asked(intake, taskId));
    expect(answer).toMatchObject({
      status: 409,
      data: { refusal: { code: "tasks.changed-meanwhile" }, values: { text: "Too late." } },
    });
    await submit(end, { end: "dropped", remark: "" }, { taskId });
    const gone = await send<Refused>(change.action, "/x", { ...late, recordVersion: "2" }, asked(intake, taskId));
    expect(gone).toMatchObject({ status: 409, data: { refusal: { code: "tasks.ended-meanwhile" } } });
    expect((await look(change, "/x", intake, taskId)).status).toBe(200);
  });

  test("what is late stands on top of queue and work, and is counted", async () => {
    expect((await look<{ overdueTasks: number }>(queue, "/queue")).data.overdueTasks).toBe(1);
    const { data } = await look<{ work: Work; whose: string; mayHandOver: boolean }>(work, "/work");
    expect(data).toMatchObject({ whose: "all", mayHandOver: true, work: { isCut: false } });
    expect(data.work.entries.map(({ caseId: of }) => of)).toEqual([caseId]);
    expect((await look<{ work: Work }>(work, "/work?whose=mine")).data.work.entries).toEqual([]);
    expect((await look<{ overdueTasks: number }>(assigned, "/assigned", leading)).data.overdueTasks).toBe(0);
  });

  test("the calendar holds the month, and the file comes as a download that says no word", async () => {
    const { data } = await look<{ calendar: { month: string; weeks: { entries: unknown[] }[][] } }>(
      calendar,
      "/work/calendar",
    );
    expect(data.calendar.month).toBe(today.slice(0, 7));
    const request = new Request("http://127.0.0.1:3000/work/calendar.ics", { headers: { Cookie: intake } });
    const context = { nonce: "", pathOf: () => null, afterResponse: { add: () => {}, last: () => {} } };
    const answer = (await file.loader({ request, params: {}, context } as never)) as Response;
    expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    const text = await answer.text();
    expect(text).toContain(`DTSTART;VALUE=DATE:${addDays(today, -2).replaceAll("-", "")}`);
    expect(text).not.toContain("bank");
  });

  test("is nothing for others: reporters find no such page, leads no hand-over, strangers no case", async () => {
    const reporter = await signedInAs(team.reporter, "reporter");
    for (const door of [work, calendar, handOver, list, added])
      expect((await look(door, "/work", reporter)).status).toBe(404);
    expect((await look(handOver, "/work/hand-over", leading)).status).toBe(404);
    for (const door of [list, added]) expect((await look(door, "/x", leading)).status).toBe(404);
    const walled = await signedInAs(team.world.coordinators[1], "intake", team.world.setUp.walledTeamId);
    expect((await look(list, "/x", walled)).status).toBe(404);
    expect((await look(change, "/x", intake, "0a4d3f4e-55f6-4d0c-8b0e-0c8a3c1f7a01")).status).toBe(404);
  });

  describe("handing over", () => {
    test("asks from whom and to whom, and ends where it shows what is left", async () => {
      const other = await newColleague(team.world, "lead");
      const actor = await team.as.intake();
      valueFrom(await addTask(actor, caseId, aTask({ ownerId: actor.userId })));
      const path = "/work/hand-over";
      const { data } = await look<{ handOver: HandOverPageData }>(handOver, path);
      expect(data.handOver.from).toEqual([
        { id: actor.userId, handle: actor.handle, isLocked: false, tasks: 1, cases: 0 },
      ]);
      expect(data.handOver.to.map(({ id }) => id)).toEqual(expect.arrayContaining([actor.userId, other.userId]));
      const fields = { from: actor.userId, to: "", what: "tasks" };
      expect((await submit(handOver, fields, { path })).data.refusal.fields).toEqual({
        to: "tasks.hand-over.to.required",
      });
      const [, second] = team.world.coordinators;
      const done = await submit(handOver, { ...fields, to: second.userId }, { path });
      expect(done).toMatchObject({ status: 302, location: path });
      const after = await look<{ handOver: HandOverPageData }>(handOver, path);
      expect(after.data.handOver.from).toMatchObject([{ id: second.userId, tasks: 1 }]);
    });
  });
});
