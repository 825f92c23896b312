import { describe, expect, test } from "vitest";
import { closingFault, closingMove } from "#app/features/surveys/waves/wave-closing.ts";

const FACTS = {
  ...{ form: 1 as const, session: "ASP25", instrument: "0".repeat(64) },
  ...{ referenceFrom: "2025-12-02", referenceTo: "2026-03-01", opensOn: "2026-03-04", closesOn: "2026-04-30" },
};
const TODAY = "2026-03-10";

describe("the last day of a survey", () => {
  test.each([
    ["2026-03-10", null],
    ["2026-04-29", null],
    ["2027-03-04", null],
    ["2026-03-09", "waves.days.past"],
    ["2027-03-05", "waves.days.too-long"],
    ["2026-04-30", "waves.closing.same"],
  ])("%s: %s", (wished, fault) => {
    expect(closingFault(FACTS, wished, TODAY)).toBe(fault);
  });

  test("is not before the first, where that is still to come", () => {
    expect(closingFault(FACTS, "2026-03-03", "2026-03-01")).toBe("waves.days.order");
  });

  const wish = { by: "one", on: TODAY, closesOn: "2026-05-10" };
  test.each([
    ["an earlier one holds at once", null, "2026-04-01", "one", "moves"],
    ["an earlier one holds at once, whatever was wished", wish, "2026-04-01", "one", "moves"],
    ["a later one waits", null, "2026-05-10", "one", "waits"],
    ["a later one that another person wishes as well holds", wish, "2026-05-10", "other", "moves"],
    ["nobody agrees with themselves", wish, "2026-05-10", "one", "is-mine"],
    ["another later one is another wish", wish, "2026-05-11", "other", "waits"],
  ] as const)("%s", (_name, moving, wished, userId, move) => {
    expect(closingMove(FACTS, moving, wished, userId)).toBe(move);
  });
});
