import type { Actor } from "#app/access/actor.ts";
import { openNotesKeys } from "#app/features/cases/case-keys.server.ts";
import { OPEN_STATUSES } from "#app/features/cases/case-status.ts";
import type { CaseId, TaskId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { OpenTask } from "./task.ts";
import { taskSeal } from "./task-seal.server.ts";

/** An open task of a case that is itself open, with the plain fact that decides who can do it. */
export interface TaskAtWork extends OpenTask {
  readonly assignedUserId: string | null;
}

/** How many tasks one page opens. The room's README says what that costs. */
export const MOST_OPENED = 2_000;

/** The open tasks of one case, in no order. */
export async function openCaseTasks(tx: Transaction, caseId: CaseId, notesKey: Secret): Promise<OpenTask[]> {
  const rows = await tx.task.findMany({ where: { caseId } });
  return rows.map((row) => openTask(row, notesKey));
}

interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly sealed: Uint8Array;
}

function openTask({ id, caseId, version, sealed }: TaskRow, notesKey: Secret): OpenTask {
  return { id: id as TaskId, caseId: caseId as CaseId, version, ...taskSeal.open(notesKey, id, sealed) };
}

/**
 * The open tasks of all open cases that the actor reaches: row-level security shows a coordinator the team's, a lead the
 * own ones. The rows are read in one statement, because the status that decides stands with the case.
 */
export async function openTasksAtWork(actor: Actor, tx: Transaction): Promise<TasksAtWork> {
  const rows = await tx.$queryRaw<(TaskRow & { assignedUserId: string | null })[]>`
    SELECT t.id, t.case_id AS "caseId", t.version, t.sealed, c.assigned_user_id AS "assignedUserId"
    FROM cases c JOIN tasks t ON t.case_id = c.id
    WHERE c.status = ANY(${[...OPEN_STATUSES]}::text[]) LIMIT ${MOST_OPENED + 1}`;
  const shown = rows.slice(0, MOST_OPENED);
  const keys = await openNotesKeys(actor, tx, [...new Set(shown.map(({ caseId }) => caseId))]);
  const tasks = shown.flatMap(({ assignedUserId, ...row }) => {
    const key = keys.get(row.caseId);
    return key ? [{ ...openTask(row, key), assignedUserId }] : [];
  });
  return { tasks, isCut: rows.length > MOST_OPENED };
}

export interface TasksAtWork {
  readonly tasks: readonly TaskAtWork[];
  /** there are more than one page opens */
  readonly isCut: boolean;
}
