import { describe, expect, test } from "vitest";
import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import { changesOf, personsIn } from "#app/features/cases/history/step-changes.ts";
import type { Json } from "#app/kernel/json.ts";

const step = (action: CaseHistoryEntry["action"], details: Json): CaseHistoryEntry => ({
  action,
  by: "intake",
  at: "2026-02-10T10:00:00.000Z",
  details,
});
const told = (one: CaseHistoryEntry, earlier: readonly CaseHistoryEntry[] = []) =>
  changesOf(one, earlier).map(({ field, from, to }) => [field, from, to]);

const JUDGED = { severity: "high", risk: "guarded", overCompliance: null, eligibility: "eligible", test: null };

describe("what a step changed", () => {
  test("is its own from and to, and those of its parts", () => {
    expect(told(step("case.moved", { from: "received", to: "triaged" }))).toEqual([["status", "received", "triaged"]]);
    const due = { from: "2026-02-20T00:00:00.000Z", to: "2026-02-12T00:00:00.000Z" };
    expect(told(step("case.urgency-set", { from: "u3_10d", to: "u2_3d", due, text: "soon" }))).toEqual([
      ["urgency", "u3_10d", "u2_3d"],
      ["due", due.from, due.to],
    ]);
    const recipients = { from: null, to: "The Ministry" };
    const named = "c4_confidential_to_named";
    expect(told(step("case.consent-changed", { from: "c1_internal", to: named, recipients }))).toEqual([
      ["consent", "c1_internal", named],
      ["recipients", null, "The Ministry"],
    ]);
  });

  test("leaves out what stayed as it was, and what nobody ever said", () => {
    expect(told(step("case.urgency-set", { from: "u2_3d", to: "u2_3d" }))).toEqual([]);
    expect(told(step("case.assessed", { ...JUDGED, before: JUDGED, text: "" }))).toEqual([]);
    expect(told(step("case.noted", { text: "a note" }))).toEqual([]);
  });

  test("of a judgement is each part of it, the three answers among them", () => {
    const test = { institutionBound: "no", affectedListed: "no", dealingLicensed: "unsure" };
    const after = { ...JUDGED, severity: "critical", test };
    expect(told(step("case.assessed", { ...after, before: JUDGED }))).toEqual([
      ["severity", "high", "critical"],
      ["institutionBound", null, "no"],
      ["affectedListed", null, "no"],
      ["dealingLicensed", null, "unsure"],
    ]);
  });

  test("steps written before this was asked still read: what was before comes from the step before", () => {
    const first = step("case.assessed", { ...JUDGED, text: "" });
    const second = step("case.assessed", { ...JUDGED, severity: "low", text: "" });
    expect(told(first)).toEqual([
      ["severity", null, "high"],
      ["risk", null, "guarded"],
      ["eligibility", null, "eligible"],
    ]);
    expect(told(second, [first, step("case.noted", { text: "between" })])).toEqual([["severity", "high", "low"]]);
    expect(told(step("case.assigned", null))).toEqual([]);
    expect(told(step("case.consent-changed", { from: "c1_internal", to: "c2_aggregate" }))).toHaveLength(1);
    expect(told(step("case.submitted", null))).toEqual([]);
  });

  test("of a task is told by the step before of the same task", () => {
    const task = { id: "a", version: 1, text: "Ring them.", kind: "todo", ownerId: null, dueOn: null };
    const added = step("case.task-added", { text: "Ring them.", task });
    const other = step("case.task-added", { text: "Write.", task: { ...task, id: "b", text: "Write." } });
    const changed = step("case.task-changed", { text: "Ring them.", task: { ...task, dueOn: "2026-03-01" } });
    expect(told(changed, [added, other])).toEqual([["dueOn", null, "2026-03-01"]]);
  });

  test("of a remedy is what stood in it before and after", () => {
    const before = { remedy: "complaint", result: "waiting", addressee: "the bank", note: "", triedOn: null };
    const after = { ...before, result: "solved" };
    expect(told(step("case.remedy-ended", { remedy: { before, after } }))).toEqual([["result", "waiting", "solved"]]);
    expect(told(step("case.remedy-removed", { remedy: { before, after: null } }))).toEqual([
      ["remedy", "complaint", null],
      ["addressee", "the bank", null],
      ["result", "waiting", null],
    ]);
  });
});

test("the people whom steps name are found, each once", () => {
  const steps = [
    step("case.assigned", { from: null, to: "person-1" }),
    step("case.assigned", { from: "person-1", to: "person-2" }),
    step("case.noted", { text: "person-3" }),
  ];
  expect(personsIn(steps)).toEqual(["person-1", "person-2"]);
});
