import { describe, expect, test } from "vitest";
import { allows, WAVE_ACTS, WAVE_STATES, waveState } from "#app/features/surveys/waves/wave-standing.ts";

const APPROVED = {
  words: 0,
  isApproved: true,
  opensOn: "2026-03-02",
  closesOn: "2026-03-31",
  endedOn: null,
  isRead: false,
};

describe("where a wave stands", () => {
  test.each([
    ["2026-03-01", "approved"],
    ["2026-03-02", "open"],
    ["2026-03-31", "open"],
    ["2026-04-01", "closed"],
  ])("on %s it is %s, by the calendar alone", (today, state) => {
    expect(waveState(APPROVED, today)).toBe(state);
  });

  test("without two persons' words no day opens it", () => {
    for (const [words, state] of [
      [0, "draft"],
      [1, "in_review"],
      [2, "in_review"],
    ] as const)
      expect(waveState({ ...APPROVED, isApproved: false, words, isRead: true }, "2026-03-15")).toBe(state);
  });

  test("closed by hand it stays closed, before its first day and within its days", () => {
    for (const today of ["2026-03-01", "2026-03-15"])
      expect(waveState({ ...APPROVED, endedOn: "2026-03-01" }, today)).toBe("closed");
  });

  test("once read it is read", () => {
    expect(waveState({ ...APPROVED, isRead: true }, "2026-04-01")).toBe("read");
  });
});

describe("what a wave allows", () => {
  const when = (act: (typeof WAVE_ACTS)[number]) => WAVE_STATES.filter((state) => allows(state, act));

  test("answers come in while it is open, and are read when none can change any more", () => {
    expect(when("answer")).toEqual(["open"]);
    expect(when("read")).toEqual(["closed", "read"]);
    expect(when("answer").filter((state) => when("read").includes(state))).toEqual([]);
  });

  test("codes and links go out after two persons have approved it, and until it closes", () => {
    expect(when("give-codes")).toEqual(["approved", "open"]);
    expect(when("make-link")).toEqual(["approved", "open"]);
  });

  test("nothing that was approved is changed or thrown away", () => {
    for (const act of ["change", "approve", "discard"] as const) expect(when(act)).toEqual(["draft", "in_review"]);
  });

  test("every act is possible at some time", () => {
    expect(WAVE_ACTS.filter((act) => when(act).length === 0)).toEqual([]);
  });
});
