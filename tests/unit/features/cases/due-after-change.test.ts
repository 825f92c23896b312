import { describe, expect, test } from "vitest";
import { dueAfterChange } from "#app/features/cases/case-urgency.ts";
import { nextReviewAt } from "#app/features/cases/first-assessment.ts";

const receivedAt = new Date("2026-03-02T10:00:00Z");
const at = new Date("2026-05-11T10:00:00Z");
const due = (urgency: Parameters<typeof dueAfterChange>[0], moment: Date, dueBefore: Date | null) =>
  dueAfterChange(urgency, { receivedAt, dueBefore, at: moment, nextReviewAt }).toISOString();

describe("the day a case is due after a change", () => {
  test("counts from its arrival while that day is still to come", () => {
    const soon = new Date("2026-03-02T20:00:00Z");
    expect(due("u1_24h", soon, new Date("2026-03-16T23:59:00Z"))).toBe("2026-03-03T10:00:00.000Z");
  });

  test("counts from now where it would be over when it is set, and nobody was late", () => {
    expect(due("u1_24h", at, new Date("2026-05-20T23:59:00Z"))).toBe("2026-05-12T10:00:00.000Z");
    expect(due("u4_next_review", at, null)).toBe("2026-07-01T00:00:00.000Z");
  });

  test("does not wash away that somebody was late", () => {
    expect(due("u2_3d", at, new Date("2026-03-16T23:59:00Z"))).toBe("2026-03-05T23:59:00.000Z");
  });
});
