import { describe, expect, test } from "vitest";
import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import { endedTasks } from "#app/features/tasks/case-tasks.ts";
import { endTaskForm, handOverForm, newTaskForm, taskForm, taskValues } from "#app/features/tasks/task-forms.ts";
import { ownerWords } from "#app/features/tasks/task-owner-words.ts";
import { canOpen, ownersFor, type TeamPerson } from "#app/features/tasks/task-owners.ts";
import { calendarHref, calendarViewIn, WHOSE, whoseIn, workHref } from "#app/features/tasks/work-view.ts";
import { aTask } from "../../../support/tasks.ts";

const [ANNA, BERN, CLEO] = ["a", "b", "c"].map((sign) => `${sign.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const PEOPLE: readonly TeamPerson[] = [
  { id: ANNA, handle: "anna", role: "intake" },
  { id: ANNA, handle: "anna", role: "lead" },
  { id: BERN, handle: "bern", role: "lead" },
];

describe("who does a task", () => {
  test("is a coordinator of the team, or the lead of this very case", () => {
    expect(canOpen(PEOPLE, ANNA, null)).toBe(true);
    expect(canOpen(PEOPLE, BERN, null)).toBe(false);
    expect(canOpen(PEOPLE, BERN, BERN)).toBe(true);
    expect(canOpen(PEOPLE, CLEO, CLEO)).toBe(false);
  });

  test("is chosen among people who stand there once each", () => {
    expect(ownersFor(PEOPLE, BERN).map(({ id }) => id)).toEqual([ANNA, BERN]);
    expect(ownersFor(PEOPLE, null).map(({ id }) => id)).toEqual([ANNA]);
  });

  test("is told to a coordinator by handle, with whoever had it before, and to a lead without any", () => {
    const known = { people: PEOPLE, handles: new Map([[CLEO, "cleo"]]) };
    const intake = { userId: ANNA, role: "intake" } as never;
    const lead = { userId: BERN, role: "lead" } as never;
    expect(ownerWords(intake, null, null, known)).toEqual({ kind: "none" });
    expect(ownerWords(intake, ANNA, null, known)).toEqual({ kind: "me" });
    expect(ownerWords(intake, BERN, BERN, known)).toEqual({ kind: "named", handle: "bern" });
    expect(ownerWords(intake, CLEO, null, known)).toEqual({ kind: "gone", handle: "cleo" });
    expect(ownerWords(lead, ANNA, BERN, known)).toEqual({ kind: "other" });
    expect(ownerWords(lead, BERN, BERN, known)).toEqual({ kind: "me" });
  });
});

describe("the form of a task", () => {
  const messages = (form: object) => {
    const parsed = newTaskForm.safeParse(form);
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  };

  test("gives back what it was filled with", () => {
    const task = aTask({ dueOn: "2026-12-01", kind: "hearing", ownerId: ANNA });
    expect(newTaskForm.parse(taskValues(task))).toEqual(task);
    expect(taskForm.parse({ ...taskValues(task), recordVersion: "3" })).toEqual({ version: 3, task });
  });

  test("wants words, a kind, and a day that exists; a dated kind wants one", () => {
    expect(messages({ text: " ", kind: "todo" })).toEqual(["text: tasks.text.required"]);
    expect(messages({ text: "x", kind: "else" })).toEqual(["kind: tasks.kind.required"]);
    expect(messages({ text: "x", kind: "todo", dueDay: "31", dueMonth: "2", dueYear: "2026" })).toEqual([
      "due: tasks.due.invalid",
    ]);
    expect(messages({ text: "x", kind: "licence_expiry" })).toEqual(["due: tasks.due.required"]);
    expect(messages({ text: "x".repeat(2_001), kind: "todo" })).toEqual(["text: tasks.text.too-long"]);
    expect(messages({ text: "x", kind: "todo", dueDay: "٣", dueMonth: "٢", dueYear: "٢٠٢٧" })).toEqual([]);
  });

  test("ends as done or dropped, and hands over between two people", () => {
    expect(endTaskForm.safeParse({ recordVersion: "1", end: "open" }).success).toBe(false);
    expect(endTaskForm.parse({ recordVersion: "1", end: "done" })).toEqual({ version: 1, end: "done", remark: "" });
    expect(handOverForm.safeParse({ from: ANNA, to: ANNA, what: "all" }).success).toBe(false);
    expect(handOverForm.safeParse({ from: ANNA, to: BERN, what: "all" }).success).toBe(true);
  });
});

describe("what has ended", () => {
  const kept = (id: string, version: number) => ({ ...aTask(), id, version });
  const step = (action: CaseHistoryEntry["action"], at: string, task: object): CaseHistoryEntry => ({
    action,
    by: "intake",
    at,
    details: { text: "x", task } as never,
  });

  test("is read from the history: the last ending counts, what is open again does not", () => {
    const steps = [
      step("case.task-done", "1", kept("one", 1)),
      step("case.task-reopened", "2", kept("one", 2)),
      step("case.task-dropped", "3", kept("two", 1)),
      step("case.task-dropped", "4", kept("one", 2)),
      step("case.noted", "5", kept("three", 1)),
    ];
    const ended = endedTasks(steps, new Set());
    expect(ended.map(({ id, end, version }) => [id, end, version])).toEqual([
      ["one", "dropped", 2],
      ["two", "dropped", 1],
    ]);
    expect(endedTasks(steps, new Set(["one"])).map(({ id }) => id)).toEqual(["two"]);
  });
});

test("addresses hold a code and a number, and are read back as they were written", () => {
  for (const whose of WHOSE)
    for (const offset of [0, -2, 5]) {
      const { searchParams } = new URL(calendarHref(whose, offset), "http://thaw.test");
      expect(calendarViewIn(searchParams)).toEqual({ whose, offset });
      expect(whoseIn(new URL(workHref(whose), "http://thaw.test").searchParams)).toBe(whose);
    }
  expect(whoseIn(new URLSearchParams({ whose: ANNA }))).toBe("all");
});
