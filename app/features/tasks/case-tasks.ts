import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { KeptTask, TaskEnd } from "./task.ts";
import type { WorkEntry } from "./work-entry.ts";

/** A task that has ended, as the history of its case tells it. */
export interface EndedTask extends KeptTask {
  readonly end: TaskEnd;
  /** ISO instant */
  readonly at: string;
}

const ENDED: Partial<Record<CaseHistoryEntry["action"], TaskEnd>> = {
  "case.task-done": "done",
  "case.task-dropped": "dropped",
};

/**
 * What has ended and was not opened again, latest first. The history under the notes key is where it lies: nothing else
 * keeps it, and nothing that has ended is opened when somebody asks what is to be done.
 * @param steps  oldest first
 * @param openIds  what stands in the table
 */
export function endedTasks(steps: readonly CaseHistoryEntry[], openIds: ReadonlySet<string>): readonly EndedTask[] {
  const last = new Map<string, EndedTask>();
  for (const { action, at, details } of steps) {
    const end = ENDED[action];
    const kept = end && (details as { readonly task?: KeptTask } | null)?.task;
    if (!end || !kept) continue;
    last.delete(kept.id);
    last.set(kept.id, { ...kept, end, at });
  }
  return [...last.values()].filter(({ id }) => !openIds.has(id)).reverse();
}

/** What there is to do on one case, and what was done. */
export interface CaseTasks {
  readonly entries: readonly WorkEntry[];
  readonly ended: readonly EndedTask[];
  readonly today: IsoDay;
  /** whether something can be added */
  readonly isOpen: boolean;
}

/** Somebody who can be given a task of a case. */
export interface OwnerChoice {
  readonly id: string;
  /** null where the reader may not know it: a lead is told no coordinator's */
  readonly handle: string | null;
  readonly isMe: boolean;
}
