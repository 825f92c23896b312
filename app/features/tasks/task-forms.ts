import { z } from "zod";
import { datePartsOf, dayOf, partsOfDate } from "#app/features/cases/questionnaire/date-fields.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { isDated, TASK_ENDS, TASK_KINDS, TASK_TEXT_MAX, type Task } from "./task.ts";

const fields = {
  text: z.string().trim().min(1, "tasks.text.required").max(TASK_TEXT_MAX, "tasks.text.too-long"),
  kind: z.enum(TASK_KINDS, "tasks.kind.required"),
  owner: z
    .union([z.literal(""), z.uuid()])
    .optional()
    .transform((id) => id || null),
};

type TaskFields = { readonly text: string; readonly kind: Task["kind"]; readonly owner: string | null };

type TypedTask = TaskFields & Readonly<Record<string, unknown>>;

const dueIn = (form: TypedTask) => dayOf(datePartsOf(form, "due"));

/** Three inputs make the day; what is no day of the calendar, and a dated kind without one, are told beside them. */
function dueIsSound(form: TypedTask, context: z.RefinementCtx): void {
  const day = dueIn(form);
  const wrong =
    day === null ? "tasks.due.invalid" : day === undefined && isDated(form.kind) ? "tasks.due.required" : null;
  if (wrong) context.addIssue({ code: "custom", message: wrong, path: ["due"] });
}

function taskIn(form: TypedTask): Task {
  const { text, kind, owner } = form;
  return { text, kind, ownerId: owner, dueOn: dueIn(form) ?? null };
}

export const newTaskForm = z.looseObject(fields).superRefine(dueIsSound).transform(taskIn);

export const taskForm = z
  .looseObject({ ...fields, recordVersion })
  .superRefine(dueIsSound)
  .transform((form) => ({ version: form.recordVersion, task: taskIn(form) }));

const REMARK_MAX = 2_000;

export const endTaskForm = z
  .object({
    recordVersion,
    end: z.enum(TASK_ENDS, "tasks.end.required"),
    remark: z.string().trim().max(REMARK_MAX, "tasks.text.too-long").default(""),
  })
  .transform(({ recordVersion: version, ...form }) => ({ version, ...form }));

export const reopenTaskForm = z.object({ recordVersion }).transform(({ recordVersion: version }) => ({ version }));

export type EndTaskForm = z.infer<typeof endTaskForm>;

/** What is kept of a task, as its form holds it. */
export function taskValues({ text, kind, ownerId, dueOn }: Task): Readonly<Record<string, string>> {
  return { text, kind, owner: ownerId ?? "", ...partsOfDate("due", dueOn) };
}

/** The two buttons of a hand-over. */
export const HAND_OVERS = ["tasks", "all"] as const;

export const handOverForm = z
  .object({
    from: z.uuid("tasks.hand-over.from.required"),
    to: z.uuid("tasks.hand-over.to.required"),
    what: z.enum(HAND_OVERS, "tasks.hand-over.what.required"),
  })
  .refine(({ from, to }) => from !== to, { path: ["to"], message: "tasks.hand-over.to.same" });

export type HandOverForm = z.infer<typeof handOverForm>;
