import { describe, expect, test } from "vitest";
import {
  mayBeTold,
  NOTE_STATES,
  type NoteState,
  noteState,
  type PartStanding,
  partStanding,
  strictest,
} from "#app/features/state-notes/state-note-standing.ts";

const at = (words: number, parts: readonly PartStanding[], more = {}): NoteState =>
  noteState({ hasLeft: false, isExpired: false, words, parts, ...more });

describe("where a note stands", () => {
  test("takes two words to be taken out, and is a draft again by a part that ended", () => {
    expect([0, 1, 2, 3].map((words) => at(words, ["stands"]))).toEqual(["draft", "in_review", "approved", "approved"]);
    expect(at(2, ["stands", "ended"])).toBe("draft");
    expect(at(2, [])).toBe("draft");
  });

  test("is over after its last day, whoever has agreed", () => {
    expect(at(2, ["stands"], { isExpired: true })).toBe("expired");
  });

  test("says what is to be asked back once it has left, and nothing else brings it back", () => {
    const left = { hasLeft: true };
    expect(at(2, ["stands"], left)).toBe("taken");
    expect(at(2, ["stands", "recalled"], left)).toBe("recalled");
    expect(at(2, ["asked", "elsewhere"], left)).toBe("taken");
    expect(NOTE_STATES).toContain(at(0, ["ended"], { ...left, isExpired: true }));
  });
});

describe("how a part stands", () => {
  const known = { mayStand: true, state: "ready", isAllowed: true } as const;
  const before = { hasLeft: false, isAsked: false, isErased: false };
  const after = { ...before, hasLeft: true };

  test("before the note leaves a part stands or has ended, whatever the reason", () => {
    expect(partStanding(known, before)).toBe("stands");
    expect(partStanding({ ...known, mayStand: false }, before)).toBe("ended");
    expect(partStanding(null, before)).toBe("ended");
  });

  test("afterwards its day may pass, and what its reporter or an erasure takes back is asked back once", () => {
    expect(partStanding({ ...known, mayStand: false }, after)).toBe("stands");
    expect(partStanding({ ...known, state: "recalled" }, after)).toBe("recalled");
    expect(partStanding({ ...known, isAllowed: false }, after)).toBe("recalled");
    expect(partStanding(null, { ...after, isErased: true })).toBe("recalled");
    expect(partStanding(null, { ...after, isErased: true, isAsked: true })).toBe("asked");
    expect(partStanding(null, after)).toBe("elsewhere");
  });
});

test("only who names this receiver in confidence, or may be named in public, stands beside others", () => {
  const told = (
    consent: Parameters<typeof mayBeTold>[0]["consent"],
    recipients: string | null = "Ministry of Norway",
  ) =>
    mayBeTold({ consent, recipients, sourceKind: "account" } as Parameters<typeof mayBeTold>[0], "ministry of  norway");
  expect(told("c4_confidential_to_named")).toBe(true);
  expect(told("c4_confidential_to_named", "Embassy of Norway")).toBe(false);
  expect(told("c4_confidential_to_named", null)).toBe(false);
  expect(told("c3_anonymised_narrative")).toBe(false);
  expect(told("c5_public_named", null)).toBe(true);
});

test("the mark is the strictest of its parts, and red where there is none", () => {
  expect(strictest([])).toBe("tlp_red");
  expect(strictest(["tlp_clear", "tlp_amber", "tlp_green"])).toBe("tlp_amber");
  expect(strictest(["tlp_amber", "tlp_amber_strict"])).toBe("tlp_amber_strict");
});
