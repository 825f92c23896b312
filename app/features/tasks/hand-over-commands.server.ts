import type { Actor } from "#app/access/actor.ts";
import { holdCases } from "#app/features/audit/case-history.server.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import { assignIn } from "#app/features/cases/casework/assign-commands.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { rewriteTask, taskStep } from "./task-commands.server.ts";
import type { HandOverForm } from "./task-forms.ts";
import { canOpen, type TeamPerson } from "./task-owners.ts";
import { teamPeople } from "./task-people.server.ts";
import { openTasksAtWork } from "./task-rows.server.ts";

/** What one press moves: a transaction has fourteen seconds, also on a slow machine. The page says what is left. */
export const MOST_CASES_AT_ONCE = 50;
export const MOST_TASKS_AT_ONCE = 200;

export interface HandedOver {
  readonly cases: number;
  readonly tasks: number;
}

/**
 * Gives all open tasks of one person to another, and where that is asked the assigned cases before them: all in one
 * transaction. A lead takes over the tasks of cases that are the lead's now; the others stay, and count as without owner.
 */
export function handOver(actor: Actor, { from, to, what }: HandOverForm): Promise<Result<HandedOver>> {
  return recorded(actor, async (tx, record) => {
    const people = await teamPeople(tx, actor);
    if (!people.some(({ id }) => id === to)) return refuseTo("tasks.owner.unknown");
    if (what === "all" && !people.some(({ id, role }) => id === to && role === "lead"))
      return refuseTo("tasks.hand-over.to.no-lead");
    const cases = what === "all" ? await handOverCases(actor, tx, record, from, to) : ok(0);
    if (!cases.ok) return cases;
    const tasks = await handOverTasks(actor, tx, record, { from, to, people });
    return tasks.ok ? ok({ cases: cases.value, tasks: tasks.value }) : tasks;
  });
}

/** What is open goes to the next one. What has ended goes to nobody: whoever gives their cases away keeps the key of none. */
async function handOverCases(actor: Actor, tx: Transaction, record: Recorder, from: string, to: string) {
  const rows = await tx.case.findMany({
    where: { teamId: actor.teamId ?? "", assignedUserId: from },
    select: { id: true, version: true, status: true },
    orderBy: { id: "asc" },
    take: MOST_CASES_AT_ONCE,
  });
  for (const { id, version, status } of rows) {
    const lead = isOpen(status as CaseStatus) ? to : null;
    const assigned = await assignIn(actor, tx, record, id as CaseId, { version, lead });
    if (!assigned.ok) return assigned;
  }
  return ok(rows.length);
}

interface Hands {
  readonly from: string;
  readonly to: string;
  readonly people: readonly TeamPerson[];
}

async function handOverTasks(actor: Actor, tx: Transaction, record: Recorder, { from, to, people }: Hands) {
  const { tasks } = await openTasksAtWork(actor, tx);
  const moved = tasks
    .filter(({ ownerId, assignedUserId }) => ownerId === from && canOpen(people, to, assignedUserId))
    .slice(0, MOST_TASKS_AT_ONCE);
  await holdCases(
    tx,
    moved.map(({ caseId }) => caseId),
  );
  for (const { caseId, assignedUserId: _, ...task } of moved) {
    const notesKey = await openNotesKey(actor, tx, caseId);
    if (!(await rewriteTask(tx, { ...task, ownerId: to }, caseId, notesKey)))
      return refuse({ kind: "conflict", code: "tasks.changed-meanwhile" });
    await record(taskStep("handed-over", caseId, notesKey, { ...task, ownerId: to, version: task.version + 1 }));
  }
  return ok(moved.length);
}

function refuseTo(message: string): Result<never> {
  return refuse({ kind: "invalid", code: "form.invalid", fields: { to: message } });
}
