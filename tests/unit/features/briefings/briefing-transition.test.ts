import { describe, expect, test } from "vitest";
import { ROLES } from "#app/access/roles.ts";
import {
  BRIEFING_EVENTS,
  BRIEFING_STATES,
  mayMakeMove,
  moveBriefing,
} from "#app/features/briefings/briefing-transition.ts";
import { ok, refuse } from "#app/kernel/result.ts";

const editor = { userId: "editor", role: "editor" } as const;
const guardian = { userId: "guardian", role: "guardian" } as const;

describe("a briefing", () => {
  test("goes to review, and is released by a guardian who had no hand in it", () => {
    expect(moveBriefing("draft", "submit", editor, [])).toEqual(ok("in_review"));
    expect(moveBriefing("in_review", "release", guardian, ["editor", "analyst"])).toEqual(ok("released"));
  });
  test("is not released by somebody who wrote it or computed its tables, whatever hat they wear now", () => {
    const answer = moveBriefing("in_review", "release", guardian, ["editor", "guardian"]);
    expect(answer).toEqual(refuse({ kind: "conflict", code: "briefing.second-person-required" }));
  });
  test("comes back from review, and can be withdrawn by one person", () => {
    expect(moveBriefing("in_review", "send_back", guardian, [])).toEqual(ok("draft"));
    expect(moveBriefing("in_review", "take_back", editor, [])).toEqual(ok("draft"));
    expect(moveBriefing("released", "withdraw", editor, ["editor"])).toEqual(ok("withdrawn"));
  });
  test("is moved by editors and guardians only", () => {
    const movers = ROLES.filter((role) => BRIEFING_EVENTS.some((event) => mayMakeMove(role, event)));
    expect(movers).toEqual(["editor", "guardian"]);
  });
  test("never leaves review for the public but by release, and never comes back once withdrawn", () => {
    for (const from of BRIEFING_STATES) {
      for (const event of BRIEFING_EVENTS) {
        const answer = moveBriefing(
          from,
          event,
          { ...guardian, role: event === "submit" || event === "take_back" ? "editor" : "guardian" },
          [],
        );
        if (answer.ok && answer.value === "released") expect([from, event]).toEqual(["in_review", "release"]);
        if (from === "withdrawn") expect(answer.ok).toBe(false);
      }
    }
  });
});
