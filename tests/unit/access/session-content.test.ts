import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  expiresHour,
  hasExpired,
  isFreshlyAuthenticated,
  needsTouch,
  type SessionStage,
} from "#app/access/session-content.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const stages: SessionStage[] = ["anonymous", "joining", "second-factor", "member", "receipt"];
const session = (stage: SessionStage, startedAt: number, seenAt = startedAt) => ({ stage, startedAt, seenAt });

describe("a session", () => {
  test.each<[SessionStage, number, number]>([
    ["anonymous", 60, 60],
    ["joining", 30, 60],
    ["second-factor", 5, 5],
    ["member", 30, 720],
    ["receipt", 60, 720],
  ])("of the stage %s lasts %i minutes without use and %i in all", (stage, idle, absolute) => {
    expect(hasExpired(session(stage, 0), idle * MINUTE)).toBe(false);
    expect(hasExpired(session(stage, 0), idle * MINUTE + 1)).toBe(true);
    expect(hasExpired(session(stage, 0, absolute * MINUTE), absolute * MINUTE)).toBe(false);
    expect(hasExpired(session(stage, 0, absolute * MINUTE), absolute * MINUTE + 1)).toBe(true);
  });

  test("is never swept before it has expired", () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.integer({ min: 0, max: 4e12 }), (stage, startedAt) => {
        const swept = expiresHour({ stage, startedAt }) * HOUR;
        expect(hasExpired(session(stage, startedAt, swept), swept + 1)).toBe(true);
      }),
    );
  });

  test("writes down that it was seen once a minute", () => {
    expect(needsTouch({ seenAt: 0 }, MINUTE - 1)).toBe(false);
    expect(needsTouch({ seenAt: 0 }, MINUTE)).toBe(true);
  });

  test("is a fresh proof for five minutes, and none where nobody proved anything", () => {
    expect(isFreshlyAuthenticated({ reauthenticatedAt: 0 }, 5 * MINUTE)).toBe(true);
    expect(isFreshlyAuthenticated({ reauthenticatedAt: 0 }, 5 * MINUTE + 1)).toBe(false);
    expect(isFreshlyAuthenticated({ reauthenticatedAt: null }, 0)).toBe(false);
  });
});
