import { sealedPart } from "#app/features/cases/case-seals.server.ts";
import type { Task } from "./task.ts";

/** A task opens under the notes key of its own case and in its own row, nowhere else. */
export const taskSeal = sealedPart<Task>("tasks", "sealed", "task");
