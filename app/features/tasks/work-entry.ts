import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { OpenTask, Task } from "./task.ts";
import type { Deadline, DeadlineKind, DeadlineSource } from "./task-deadlines.ts";

/** A line of what is to be done: something that somebody wrote down, or a day that follows from a report. */
export interface WorkEntry {
  readonly key: string;
  readonly caseId: string;
  readonly reference: string;
  readonly dueOn: IsoDay | null;
  readonly task: WrittenTask | null;
  readonly deadline: { readonly kind: DeadlineKind; readonly from: DeadlineSource } | null;
}

export interface WrittenTask {
  readonly id: string;
  readonly kind: Task["kind"];
  readonly text: string;
  readonly owner: OwnerWords;
}

/** Who does it, as far as the reader may know: a lead is told no coordinator's handle. */
export type OwnerWords =
  | { readonly kind: "me" | "other" | "none" }
  | { readonly kind: "named"; readonly handle: string }
  /** had one who cannot open the case any more; the handle, where the reader may know it */
  | { readonly kind: "gone"; readonly handle: string | null };

interface OfCase {
  readonly caseId: string;
  readonly reference: string;
}

export function taskEntry(task: OpenTask, reference: string, owner: OwnerWords): WorkEntry {
  const { id, caseId, dueOn, kind, text } = task;
  return { key: id, caseId, reference, dueOn, task: { id, kind, text, owner }, deadline: null };
}

export function deadlineEntry({ kind, from, on }: Deadline, { caseId, reference }: OfCase): WorkEntry {
  return { key: `${caseId} ${kind}`, caseId, reference, dueOn: on, task: null, deadline: { kind, from } };
}
