import type { Task } from "#app/features/tasks/task.ts";

/** A thing to do, with overrides. */
export function aTask(overrides: Partial<Task> = {}): Task {
  return { text: "Write to the bank.", kind: "todo", ownerId: null, dueOn: null, ...overrides };
}
