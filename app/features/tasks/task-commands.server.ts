import type { Actor } from "#app/access/actor.ts";
import { readCaseSteps } from "#app/features/audit/case-history.server.ts";
import { type Entry, type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { type CaseStatus, isOpen } from "#app/features/cases/case-status.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseId, TaskId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertRows } from "#app/platform/db/insert-rows.server.ts";
import { endedTasks } from "./case-tasks.ts";
import { type KeptTask, MOST_OPEN_OF_A_CASE, type Task } from "./task.ts";
import type { EndTaskForm } from "./task-forms.ts";
import { canOpen } from "./task-owners.ts";
import { teamPeople } from "./task-people.server.ts";
import { taskSeal } from "./task-seal.server.ts";

const NONE = { kind: "not-found", code: "tasks.none" } as const;
const ENDED = { kind: "conflict", code: "tasks.ended-meanwhile" } as const;
const CHANGED = { kind: "conflict", code: "tasks.changed-meanwhile" } as const;

/** A new thing to do on a case that is open. */
export function addTask(actor: Actor, caseId: CaseId, task: Task): Promise<Result<{ taskId: TaskId }>> {
  return onOpenCase(actor, caseId, async ({ tx, record, notesKey, assignedUserId }) => {
    if (!(await isOwnerFitting(actor, tx, task.ownerId, assignedUserId))) return refuseOwner();
    if ((await tx.task.count({ where: { caseId } })) >= MOST_OPEN_OF_A_CASE)
      return refuse({ kind: "conflict", code: "tasks.too-many" });
    const id = newId<TaskId>();
    await insertRows(tx, "tasks", [{ id, caseId, version: 1, sealed: taskSeal.seal(notesKey, id, task) }]);
    await record(taskStep("added", caseId, notesKey, { ...task, id, version: 1 }));
    return ok({ taskId: id });
  });
}

/** Other words, another day or another owner. Of two who change it at once the later one gets a conflict. */
export function changeTask(
  actor: Actor,
  caseId: CaseId,
  taskId: TaskId,
  { version, task }: { readonly version: number; readonly task: Task },
): Promise<Result<null>> {
  return onOpenCase(actor, caseId, async ({ tx, record, notesKey, assignedUserId }) => {
    const before = await findTask(tx, caseId, taskId, notesKey);
    if (!before) return refuse(await whyNotOpen(tx, caseId, taskId, notesKey));
    const isKept = before.ownerId === task.ownerId;
    if (!isKept && !(await isOwnerFitting(actor, tx, task.ownerId, assignedUserId))) return refuseOwner();
    if (!(await rewriteTask(tx, { id: taskId, version, ...task }, caseId, notesKey))) return refuse(CHANGED);
    await record(taskStep("changed", caseId, notesKey, { ...task, id: taskId, version: version + 1 }));
    return ok(null);
  });
}

/** @returns whether the row was still as the version says */
export async function rewriteTask(tx: Transaction, task: KeptTask, caseId: CaseId, notesKey: Secret): Promise<boolean> {
  const { id, version, text, kind, ownerId, dueOn } = task;
  const sealed = taskSeal.seal(notesKey, id, { text, kind, ownerId, dueOn });
  const { count } = await tx.task.updateMany({
    where: { id, caseId, version },
    data: { version: version + 1, sealed },
  });
  return count === 1;
}

/** Done, or no longer to be done: the row goes, and the history of the case keeps the task. Also where the case has ended. */
export function endTask(actor: Actor, caseId: CaseId, taskId: TaskId, form: EndTaskForm): Promise<Result<null>> {
  return onCase(actor, caseId, async ({ tx, record, notesKey }) => {
    const task = await findTask(tx, caseId, taskId, notesKey);
    if (!task) return refuse(await whyNotOpen(tx, caseId, taskId, notesKey));
    const { version, end, remark } = form;
    const { count } = await tx.task.deleteMany({ where: { id: taskId, caseId, version } });
    if (count === 0) return refuse(CHANGED);
    await record(taskStep(end, caseId, notesKey, { ...task, version }, remark));
    return ok(null);
  });
}

/** Takes a task back out of the history, as it was when it ended. */
export function reopenTask(
  actor: Actor,
  caseId: CaseId,
  taskId: TaskId,
  { version }: { readonly version: number },
): Promise<Result<null>> {
  return onOpenCase(actor, caseId, async ({ tx, record, notesKey }) => {
    const ended = await findEnded(tx, caseId, taskId, notesKey);
    if (!ended) return refuse(NONE);
    if (ended.version !== version) return refuse(CHANGED);
    const { text, kind, ownerId, dueOn } = ended;
    const sealed = taskSeal.seal(notesKey, taskId, { text, kind, ownerId, dueOn });
    const row = { id: taskId, caseId, version: version + 1, sealed };
    // Somebody may have opened it again a moment ago: then it stands there, and nothing is overwritten.
    if ((await insertRows(tx, "tasks", [row], { skipDuplicates: true })) === 0) return refuse(CHANGED);
    await record(
      taskStep("reopened", caseId, notesKey, { text, kind, ownerId, dueOn, id: taskId, version: version + 1 }),
    );
    return ok(null);
  });
}

type TaskVerb = "added" | "changed" | "done" | "dropped" | "reopened" | "handed-over";

/** A step that the team reads and the reporter never does: the whole task lies in it. */
export function taskStep(verb: TaskVerb, caseId: CaseId, key: Secret, task: KeptTask, remark = ""): Entry {
  const { id, version, text, kind, ownerId, dueOn } = task;
  const kept = { id, version, text, kind, ownerId, dueOn };
  const details = { text: remark ? `${text}\n\n${remark}` : text, task: kept };
  return { action: `case.task-${verb}`, subjectId: caseId, caseStep: { caseId, shown: "notes", key, details } };
}

interface OnCase {
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly notesKey: Secret;
  readonly status: CaseStatus;
  readonly assignedUserId: string | null;
}

function onCase<T>(actor: Actor, caseId: CaseId, work: (at: OnCase) => Promise<Result<T>>): Promise<Result<T>> {
  return recorded<T>(actor, async (tx, record) => {
    const counted = countWrite(actor, caseId);
    if (!counted.ok) return counted;
    const row = await findCaseRow(tx, caseId);
    if (!row) return refuse({ kind: "not-found", code: "case.none" });
    const { status, assignedUserId } = row;
    const notesKey = await openNotesKey(actor, tx, caseId);
    return work({ tx, record, notesKey, status: status as CaseStatus, assignedUserId });
  });
}

function onOpenCase<T>(actor: Actor, caseId: CaseId, work: (at: OnCase) => Promise<Result<T>>): Promise<Result<T>> {
  return onCase(actor, caseId, async (at) =>
    isOpen(at.status) ? work(at) : refuse({ kind: "conflict", code: "tasks.case-not-open" }),
  );
}

async function findTask(tx: Transaction, caseId: CaseId, taskId: TaskId, notesKey: Secret): Promise<KeptTask | null> {
  const row = await tx.task.findUnique({ where: { id: taskId, caseId } });
  return row && { id: row.id, version: row.version, ...taskSeal.open(notesKey, row.id, row.sealed) };
}

async function findEnded(tx: Transaction, caseId: CaseId, taskId: TaskId, notesKey: Secret) {
  const steps = await readCaseSteps(tx, caseId, "notes", notesKey);
  return endedTasks(steps, new Set()).find(({ id }) => id === taskId) ?? null;
}

/** A colleague may have been faster; what was typed goes back to the page then. */
async function whyNotOpen(tx: Transaction, caseId: CaseId, taskId: TaskId, notesKey: Secret) {
  return (await findEnded(tx, caseId, taskId, notesKey)) ? ENDED : NONE;
}

async function isOwnerFitting(actor: Actor, tx: Transaction, ownerId: string | null, assignedUserId: string | null) {
  if (ownerId === null || ownerId === actor.userId) return true;
  return canOpen(await teamPeople(tx, actor), ownerId, assignedUserId);
}

function refuseOwner(): Result<never> {
  return refuse({ kind: "invalid", code: "form.invalid", fields: { owner: "tasks.owner.unknown" } });
}
