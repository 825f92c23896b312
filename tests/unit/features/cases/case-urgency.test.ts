import { describe, expect, test } from "vitest";
import { dueAt, suggestedUrgency, type UrgencyFacts } from "#app/features/cases/case-urgency.ts";
import { endOfWorkingDay, MONDAY_TO_FRIDAY } from "#app/features/cases/working-days.ts";

const today = "2026-03-02";
const calm: UrgencyFacts = {
  dangerToPersons: "no",
  moneyLostWithin72h: "no",
  consequences: [],
  closureOn: null,
  payrollOn: null,
  hearingOn: null,
  windDownOn: null,
  ongoing: "no",
  sourceKind: "account",
};
const rule = (facts: Partial<UrgencyFacts>) => suggestedUrgency({ ...calm, ...facts }, today);

describe("urgency", () => {
  test("is highest where somebody is in danger, or may be", () => {
    expect(rule({ dangerToPersons: "yes" })).toEqual({ urgency: "u1_24h", rule: "danger_to_persons" });
    expect(rule({ dangerToPersons: "unsure" }).urgency).toBe("u1_24h");
    expect(rule({ consequences: ["staff_in_danger"] }).urgency).toBe("u1_24h");
  });

  test("is highest where money is lost within 72 hours, and three days where it perhaps is", () => {
    expect(rule({ moneyLostWithin72h: "yes" })).toEqual({ urgency: "u1_24h", rule: "money_lost_within_72h" });
    expect(rule({ moneyLostWithin72h: "unsure" })).toEqual({ urgency: "u2_3d", rule: "money_perhaps_at_risk" });
  });

  test.each([
    ["closureOn", "2026-04-01", "2026-04-02"],
    ["payrollOn", "2026-03-16", "2026-03-17"],
    ["hearingOn", "2026-03-16", "2026-03-17"],
    ["windDownOn", "2026-03-16", "2026-03-17"],
  ] as const)("is three days while %s is near: %s is, %s is not", (deadline, near, far) => {
    expect(rule({ [deadline]: near, ongoing: "yes" }).urgency).toBe("u2_3d");
    expect(rule({ [deadline]: far, ongoing: "yes" }).urgency).toBe("u3_10d");
  });

  test("counts a deadline of today and forgets one of yesterday", () => {
    expect(rule({ closureOn: today }).urgency).toBe("u2_3d");
    expect(rule({ closureOn: "2026-03-01" }).urgency).toBe("u4_next_review");
  });

  test("is ten days for harm that goes on without a date, and the next review for what is over", () => {
    expect(rule({ ongoing: "unsure" })).toEqual({ urgency: "u3_10d", rule: "ongoing_without_date" });
    expect(rule({})).toEqual({ urgency: "u4_next_review", rule: "for_the_record" });
  });

  test("looks at danger before any date", () => {
    expect(rule({ dangerToPersons: "yes", closureOn: today }).rule).toBe("danger_to_persons");
  });

  test("of a public report is the next review, however grave it is", () => {
    expect(rule({ sourceKind: "import", dangerToPersons: "yes" }).rule).toBe("public_source");
  });
});

describe("the day an answer is due", () => {
  const friday = new Date("2026-03-06T15:30:00Z");
  const nextReviewAt = new Date("2026-05-01T00:00:00Z");
  const due = (urgency: Parameters<typeof dueAt>[0]) => dueAt(urgency, friday, { nextReviewAt }).toISOString();

  test("is 24 hours by the clock, also over a weekend", () => {
    expect(due("u1_24h")).toBe("2026-03-07T15:30:00.000Z");
  });

  test("is the end of the third or the tenth working day", () => {
    expect(due("u2_3d")).toBe("2026-03-11T23:59:00.000Z");
    expect(due("u3_10d")).toBe("2026-03-20T23:59:00.000Z");
  });

  test("is the team's next review for what is not urgent", () => {
    expect(due("u4_next_review")).toBe(nextReviewAt.toISOString());
  });

  test("follows the team's own week", () => {
    const sundayToThursday = [0, 1, 2, 3, 4];
    expect(endOfWorkingDay(friday, 1, sundayToThursday).toISOString()).toBe("2026-03-08T23:59:00.000Z");
    expect(endOfWorkingDay(friday, 1, MONDAY_TO_FRIDAY).toISOString()).toBe("2026-03-09T23:59:00.000Z");
    expect(() => endOfWorkingDay(friday, 1, [])).toThrow(RangeError);
  });
});
