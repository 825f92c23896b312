import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey, openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { findWorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { readCaseTasks } from "#app/features/tasks/case-tasks.server.ts";
import { MOST_OPEN_OF_A_CASE, type Task } from "#app/features/tasks/task.ts";
import { addTask, changeTask, endTask, reopenTask } from "#app/features/tasks/task-commands.server.ts";
import { openTasksAtWork } from "#app/features/tasks/task-rows.server.ts";
import { taskSeal } from "#app/features/tasks/task-seal.server.ts";
import type { CaseId, TaskId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { type CaseTeam, newCaseTeam } from "../../../support/case-team.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { sendReport } from "../../../support/reports.ts";
import { aTask } from "../../../support/tasks.ts";
import { actorFor, newColleague, valueFrom } from "../../../support/world.ts";

onBothDatabases("tasks of a case", (db) => {
  let team: CaseTeam;
  const today = isoDayOf(new Date());

  beforeAll(async () => {
    team = await newCaseTeam();
  });

  const aCase = async (report = {}): Promise<CaseId> => sendReport(await team.as.reporter(), report);
  const withTask = async (task: Partial<Task> = {}): Promise<{ caseId: CaseId; taskId: TaskId }> => {
    const caseId = await aCase();
    const { taskId } = valueFrom(await addTask(await team.as.intake(), caseId, aTask(task)));
    return { caseId, taskId };
  };
  const tasksOf = async (actor: Actor, caseId: CaseId) => {
    const work = await findWorkCase(actor, caseId);
    return readCaseTasks(actor, work!);
  };
  const words = async (caseId: CaseId, actor?: Actor) =>
    (await tasksOf(actor ?? (await team.as.intake()), caseId)).entries.flatMap(({ task }) => task?.text ?? []);

  test("are added, changed, done, and opened again as they were, with a step for each in the team's history", async () => {
    const intake = await team.as.intake();
    const { caseId, taskId } = await withTask({ dueOn: today, ownerId: intake.userId });
    const task = aTask({ text: "Ring the bank.", dueOn: addDays(today, 2), kind: "appeal" });
    valueFrom(await changeTask(intake, caseId, taskId, { version: 1, task }));
    valueFrom(await endTask(intake, caseId, taskId, { version: 2, end: "done", remark: "They gave in." }));
    const after = await tasksOf(intake, caseId);
    expect(after.entries).toEqual([]);
    expect(after.ended).toMatchObject([{ id: taskId, ...task, end: "done", version: 2 }]);
    valueFrom(await reopenTask(intake, caseId, taskId, { version: 2 }));
    expect(await tasksOf(intake, caseId)).toMatchObject({
      entries: [{ dueOn: task.dueOn, task: { text: task.text, kind: "appeal", owner: { kind: "none" } } }],
      ended: [],
    });
    const work = await findWorkCase(await team.as.intake(), caseId);
    expect(work?.notes.map(({ action }) => action)).toEqual([
      "case.task-added",
      "case.task-changed",
      "case.task-done",
      "case.task-reopened",
    ]);
    const own = await findOwnCase(await team.as.reporter(), caseId);
    expect(JSON.stringify(own)).not.toMatch(/task|Ring the bank|They gave in/);
  });

  test("two tabs: the later change gets a conflict, also where a colleague has ended the task", async () => {
    const intake = await team.as.intake();
    const { caseId, taskId } = await withTask();
    valueFrom(await changeTask(intake, caseId, taskId, { version: 1, task: aTask({ text: "first" }) }));
    const late = await changeTask(intake, caseId, taskId, { version: 1, task: aTask({ text: "second" }) });
    expect(late).toMatchObject({ ok: false, refusal: { kind: "conflict", code: "tasks.changed-meanwhile" } });
    expect(await words(caseId)).toEqual(["first"]);
    const end = { version: 1, end: "dropped", remark: "" } as const;
    expect(await endTask(intake, caseId, taskId, end)).toMatchObject({ refusal: { code: "tasks.changed-meanwhile" } });
    valueFrom(await endTask(intake, caseId, taskId, { ...end, version: 2 }));
    const tooLate = await changeTask(intake, caseId, taskId, { version: 2, task: aTask({ text: "third" }) });
    expect(tooLate).toMatchObject({ refusal: { kind: "conflict", code: "tasks.ended-meanwhile" } });
    expect(await reopenTask(intake, caseId, taskId, { version: 1 })).toMatchObject({ refusal: { kind: "conflict" } });
    valueFrom(await reopenTask(intake, caseId, taskId, { version: 2 }));
    expect(await reopenTask(intake, caseId, taskId, { version: 2 })).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await words(caseId)).toEqual(["first"]);
  });

  test("belong to people who can open the case", async () => {
    const caseId = await aCase();
    const intake = await team.as.intake();
    const toLead = aTask({ ownerId: team.lead.userId });
    const refused = { ok: false, refusal: { fields: { owner: "tasks.owner.unknown" } } };
    expect(await addTask(intake, caseId, toLead)).toMatchObject(refused);
    expect(await addTask(intake, caseId, aTask({ ownerId: team.reporter.userId }))).toMatchObject(refused);
    valueFrom(await assignCase(intake, caseId, { version: 1, lead: team.lead.userId }));
    const { taskId } = valueFrom(await addTask(intake, caseId, toLead));
    const lead = await team.as.lead();
    expect((await tasksOf(lead, caseId)).entries).toMatchObject([{ task: { owner: { kind: "me" } } }]);
    expect(await addTask(lead, caseId, aTask({ ownerId: intake.userId }))).toMatchObject(refused);
    valueFrom(await addTask(lead, caseId, aTask({ text: "by the lead", ownerId: lead.userId })));
    valueFrom(await assignCase(intake, caseId, { version: 2, lead: null }));
    const orphans = (await tasksOf(intake, caseId)).entries.map(({ task }) => task?.owner);
    expect(orphans).toEqual([1, 2].map(() => ({ kind: "gone", handle: team.lead.handle })));
    // Its owner may stay as it is while other words are written.
    valueFrom(await changeTask(intake, caseId, taskId, { version: 1, task: { ...toLead, text: "kept" } }));
  });

  test("are bounded, and none is added to a case that has ended", async () => {
    const caseId = await aCase();
    const intake = await team.as.intake();
    await db.sql(
      `INSERT INTO tasks SELECT gen_random_uuid(), $1, 1, '\\x00' FROM generate_series(1, ${MOST_OPEN_OF_A_CASE})`,
      [caseId],
    );
    expect(await addTask(intake, caseId, aTask())).toMatchObject({ refusal: { code: "tasks.too-many" } });
    await db.sql("DELETE FROM tasks WHERE case_id = $1", [caseId]);
    const { taskId } = valueFrom(await addTask(intake, caseId, aTask()));
    valueFrom(await moveCase(intake, caseId, { version: 1, event: "close", reason: "over" }));
    expect(await addTask(intake, caseId, aTask())).toMatchObject({ refusal: { code: "tasks.case-not-open" } });
    valueFrom(await endTask(intake, caseId, taskId, { version: 1, end: "dropped", remark: "" }));
    expect(await reopenTask(intake, caseId, taskId, { version: 1 })).toMatchObject({
      refusal: { code: "tasks.case-not-open" },
    });
  });

  test("a task moved to another row, to another case, or written by hand is refused", async () => {
    const { caseId, taskId } = await withTask();
    const other = await withTask();
    const intake = await team.as.intake();
    const look = (id: CaseId) => tasksOf(intake, id);
    await db.sql("UPDATE tasks SET sealed = (SELECT sealed FROM tasks WHERE id = $1) WHERE id = $2", [
      taskId,
      other.taskId,
    ]);
    await expect(look(other.caseId)).rejects.toThrow();
    await db.sql("DELETE FROM tasks WHERE id = $1", [other.taskId]);
    await db.sql("UPDATE tasks SET case_id = $1 WHERE id = $2", [other.caseId, taskId]);
    await expect(look(other.caseId)).rejects.toThrow();
    await db.sql("UPDATE tasks SET case_id = $1 WHERE id = $2", [caseId, taskId]);
    expect(await words(caseId)).toEqual(["Write to the bank."]);
    await db.sql("UPDATE tasks SET id = gen_random_uuid() WHERE id = $1", [taskId]);
    await expect(look(caseId)).rejects.toThrow();
    await db.sql("DELETE FROM tasks WHERE case_id = $1", [caseId]);
  });

  test("no key of reporter, analyst, editor, guardian or administrator opens one, and no row is shown to them", async () => {
    const { caseId, taskId } = await withTask({ text: "Nobody else reads this." });
    const { world } = team;
    const others = [
      await team.as.reporter(),
      await actorFor(await newColleague(world, "analyst"), "analyst"),
      await actorFor(await newColleague(world, "editor"), "editor"),
      await actorFor(world.guardians[0], "guardian"),
      await actorFor(world.administrator, "administrator"),
      await team.as.walledIntake(),
      await team.as.lead(),
    ];
    for (const actor of others) {
      const refusal = await addTask(actor, caseId, aTask()).then(
        (result) => result.ok,
        () => false,
      );
      expect(refusal, actor.role).toBe(false);
      // The administrator is not even shown the wraps.
      await expect(
        withActor(actor, (tx) => openNotesKey(actor, tx, caseId)),
        actor.role,
      ).rejects.toThrow();
      const seen = await withActor(actor, (tx) => openTasksAtWork(actor, tx)).then(
        ({ tasks }) => tasks.filter((task) => task.caseId === caseId),
        () => [],
      );
      expect(seen, actor.role).toEqual([]);
    }
    const rows = await db.sql("SELECT sealed FROM tasks WHERE case_id = $1", [caseId]);
    const sealed = new Uint8Array(rows[0]!.sealed as Uint8Array);
    // The reporter's own key of the case is another one.
    const reporter = await team.as.reporter();
    const caseKey = await withActor(reporter, (tx) => openCaseKey(reporter, tx, caseId));
    expect(() => taskSeal.open(caseKey, taskId, sealed)).toThrow();
    const intake = await team.as.intake();
    const notesKey = await withActor(intake, (tx) => openNotesKey(intake, tx, caseId));
    expect(taskSeal.open(notesKey, taskId, sealed).text).toBe("Nobody else reads this.");
  });

  test("erasing a case takes them along, and leaves those of other cases", async () => {
    const { caseId } = await withTask();
    const other = await withTask();
    const intake = await team.as.intake();
    valueFrom(await addTask(intake, caseId, aTask()));
    valueFrom(await withdrawCase(await team.as.reporter(), caseId));
    valueFrom(await eraseCase(await team.as.reporter(), caseId));
    const count = async (id: CaseId) => (await db.sql("SELECT id FROM tasks WHERE case_id = $1", [id])).length;
    expect(await count(caseId)).toBe(0);
    expect(await count(other.caseId)).toBe(1);
  });
});
