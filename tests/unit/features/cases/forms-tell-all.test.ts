import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { mergeForm } from "#app/features/cases/relations/merge-forms.ts";
import { relateForm } from "#app/features/cases/relations/relation-forms.ts";
import { newRemedyForm } from "#app/features/cases/remedies/remedy-forms.ts";
import { newTaskForm } from "#app/features/tasks/task-forms.ts";

const wrongIn = (form: z.ZodType, typed: object) =>
  form.safeParse(typed).error?.issues.map(({ path, message }) => [path[0], message]);

describe("a form in which several things are missing", () => {
  test("tells all of them at once: how two cases belong together, and which", () => {
    expect(wrongIn(relateForm, { reference: "" })).toEqual([
      ["kind", "relations.kind.required"],
      ["reference", "relations.reference.required"],
    ]);
  });

  test("why cases are merged, and with which", () => {
    expect(wrongIn(mergeForm, { recordVersion: "1", other: "typed", reference: "TH-?", reason: "" })).toEqual([
      ["reason", "casework.reason.required"],
      ["reference", "relations.reference.wrong"],
    ]);
  });

  test("what was tried, and when", () => {
    expect(wrongIn(newRemedyForm, { remedy: "", result: "waiting", triedYear: "2999", endedYear: "26" })).toEqual([
      ["remedy", "remedies.remedy.required"],
      ["tried", "report.date.in-future"],
      ["ended", "report.date.invalid"],
    ]);
  });

  test("what is to be done, and by which day", () => {
    expect(wrongIn(newTaskForm, { text: "", kind: "hearing", dueDay: "31", dueMonth: "2", dueYear: "2027" })).toEqual([
      ["text", "tasks.text.required"],
      ["due", "tasks.due.invalid"],
    ]);
  });
});
