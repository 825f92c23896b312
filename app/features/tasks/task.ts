import type { CaseId, TaskId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";

/**
 * What a task is. The dated ones stand for days that no report asks for: the team enters them when it learns of them,
 * and they count in the calendar like the days that reports do hold.
 */
export const TASK_KINDS = ["todo", "hearing", "filing", "licence_expiry", "appeal", "answer_expected"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Whether a task of this kind is nothing without its day. */
export const isDated = (kind: TaskKind): boolean => kind !== "todo";

/** What a task says; all of it lies under the notes key. */
export interface Task {
  readonly text: string;
  readonly kind: TaskKind;
  /** who does it; null: whoever opens the case */
  readonly ownerId: string | null;
  readonly dueOn: IsoDay | null;
}

/** A task that is still to be done. */
export interface OpenTask extends Task {
  readonly id: TaskId;
  readonly caseId: CaseId;
  readonly version: number;
}

/** How a task ends. What is open stands in the table, what has ended in the history of its case. */
export const TASK_ENDS = ["done", "dropped"] as const;
export type TaskEnd = (typeof TASK_ENDS)[number];

/** A task as the history keeps it, so that it can be opened again. */
export interface KeptTask extends Task {
  readonly id: string;
  readonly version: number;
}

/** The longest text, in characters: a task is a line or two, a story belongs into a note. */
export const TASK_TEXT_MAX = 2_000;
/** Open tasks of one case: a stolen account must not bury a team's day. */
export const MOST_OPEN_OF_A_CASE = 50;
