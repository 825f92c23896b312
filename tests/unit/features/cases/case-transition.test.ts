import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOpen, isUsable } from "#app/features/cases/case-status.ts";
import {
  CASE_EVENTS,
  CASE_MOVERS,
  possibleEvents,
  reasonNeeded,
  transition,
  undoneMerge,
} from "#app/features/cases/case-transition.ts";
import { CASE_STATUSES, type CaseStatus } from "#app/features/taxonomy/codes.ts";

const next = (from: CaseStatus, ...moves: Parameters<typeof transition>[1][]) =>
  moves.reduce<CaseStatus | string>((at, event) => {
    const to = transition(at as CaseStatus, event, event === "answer" ? "reporter" : "intake");
    return to.ok ? to.value : to.refusal.code;
  }, from);

const anyStatus = fc.constantFrom(...CASE_STATUSES);
const anyEvent = fc.constantFrom(...CASE_EVENTS);
const anyMover = fc.constantFrom(...CASE_MOVERS);

describe("the life of a case", () => {
  test("goes from received to resolved", () => {
    expect(next("received", "ask", "answer", "triage", "support", "escalate", "step_down", "resolve")).toBe("resolved");
  });

  test("begins again with a reason when a closed case comes back", () => {
    expect(next("closed", "reopen")).toBe("support_ongoing");
    expect(reasonNeeded("reopen")).toBe(true);
  });

  test("never leaves the known statuses and never throws", () => {
    fc.assert(
      fc.property(anyStatus, anyEvent, anyMover, (from, event, by) => {
        const to = transition(from, event, by);
        expect(to.ok ? CASE_STATUSES.includes(to.value) : to.refusal.kind === "conflict").toBe(true);
      }),
    );
  });

  test("reaches every status from the first one", () => {
    const reached = new Set<CaseStatus>(["received"]);
    for (const status of reached) {
      for (const by of CASE_MOVERS) {
        for (const event of possibleEvents(status, by)) {
          const to = transition(status, event, by);
          if (to.ok) reached.add(to.value);
        }
      }
    }
    expect(reached).toEqual(new Set(CASE_STATUSES));
  });

  test("ends for good with erasure", () => {
    expect(CASE_MOVERS.flatMap((by) => possibleEvents("erased", by))).toEqual([]);
  });
});

describe("who may move a case", () => {
  test("the reporter withdraws and erases from every open status, and nobody withdraws for them", () => {
    for (const status of CASE_STATUSES.filter(isOpen)) {
      expect(possibleEvents(status, "reporter")).toEqual(expect.arrayContaining(["withdraw", "erase"]));
      expect(possibleEvents(status, "intake")).not.toContain("withdraw");
    }
  });

  test("triage belongs to intake", () => {
    expect(transition("received", "triage", "lead")).toMatchObject({ refusal: { code: "case.transition-not-yours" } });
    expect(transition("received", "triage", "intake").ok).toBe(true);
  });

  test("the keyless job does nothing but erase", () => {
    expect(new Set(CASE_STATUSES.flatMap((status) => possibleEvents(status, "retention")))).toEqual(new Set(["erase"]));
  });

  test("is told apart from a move that is impossible for everybody", () => {
    expect(transition("received", "reopen", "intake")).toEqual({
      ok: false,
      refusal: { kind: "conflict", code: "case.transition-refused", from: "received", event: "reopen" },
    });
  });
});

test("a withdrawn case is neither open nor usable", () => {
  expect([isOpen("withdrawn_by_reporter"), isUsable("withdrawn_by_reporter")]).toEqual([false, false]);
  expect([isOpen("closed"), isUsable("closed")]).toEqual([false, true]);
});

describe("merging a case into another", () => {
  const open = CASE_STATUSES.filter(isOpen);

  test("closes any open case, by a coordinator and with a reason", () => {
    for (const from of CASE_STATUSES) {
      const merged = transition(from, "merge", "intake");
      expect(merged.ok && merged.value).toBe(isOpen(from) ? "closed" : false);
      expect(transition(from, "merge", "lead").ok || transition(from, "merge", "reporter").ok).toBe(false);
    }
    expect(reasonNeeded("merge") && reasonNeeded("unmerge")).toBe(true);
  });

  test("is undone to where the case stood, until the one that was kept has ended", () => {
    for (const before of open)
      for (const kept of [...CASE_STATUSES, null]) {
        const undone = undoneMerge("closed", { before, kept }, "intake");
        const hasEnded = kept === "closed" || kept === "resolved";
        expect(undone).toMatchObject(
          hasEnded ? { refusal: { code: "case.kept-has-ended" } } : { ok: true, value: before },
        );
        expect(undoneMerge("closed", { before, kept }, "lead")).toMatchObject({
          refusal: { code: "case.transition-not-yours" },
        });
      }
  });

  test("cannot be undone once the reporter has ended the merged case, nor to where no case was merged from", () => {
    const kept = "triaged" as const;
    expect(undoneMerge("withdrawn_by_reporter", { before: "received", kept }, "intake").ok).toBe(false);
    expect(undoneMerge("closed", { before: "erased", kept }, "intake").ok).toBe(false);
    expect(CASE_STATUSES.flatMap((status) => possibleEvents(status, "intake"))).not.toContain("unmerge");
  });
});
