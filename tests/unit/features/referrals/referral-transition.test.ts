import { expect, test } from "vitest";
import { isExpired, REFERRAL_STATES } from "#app/features/referrals/referral.ts";
import { endKind } from "#app/features/referrals/referral-end.ts";
import { afterEvent, dropsContent, endingOf, type ReferralEvent } from "#app/features/referrals/referral-transition.ts";

const EVENTS: readonly ReferralEvent[] = ["ask", "release", "agree", "refuse", "take", "stop", "recall"];

test("nothing leaves a referral that has ended", () => {
  for (const state of ["refused", "stopped", "recalled"] as const)
    expect(EVENTS.filter((event) => afterEvent(state, event).ok)).toEqual([]);
});

test("it is taken out only when it is ready, and again until it ends", () => {
  expect(REFERRAL_STATES.filter((state) => afterEvent(state, "take").ok)).toEqual(["ready", "taken"]);
});

test("only what was asked for can be agreed to or refused", () => {
  for (const event of ["agree", "refuse"] as const)
    expect(REFERRAL_STATES.filter((state) => afterEvent(state, event).ok)).toEqual(["asked"]);
});

test("what may not be any more is stopped before it was taken out, and asked back after", () => {
  expect(Object.fromEntries(REFERRAL_STATES.map((state) => [state, endingOf(state)]))).toEqual({
    prepared: "stop",
    asked: "stop",
    ready: "stop",
    taken: "recall",
    refused: null,
    stopped: null,
    recalled: null,
  });
});

test("what nobody is to have is thrown away at once", () => {
  expect(REFERRAL_STATES.filter(dropsContent)).toEqual(["refused", "stopped"]);
});

test("its last day counts", () => {
  expect(isExpired({ expiresOn: "2026-03-01" }, "2026-03-01")).toBe(false);
  expect(isExpired({ expiresOn: "2026-03-01" }, "2026-03-02")).toBe(true);
});

test("the team has a last word on what is under way, and on what is to be asked back until it was", () => {
  expect(endKind({ state: "taken", deletionAskedOn: null })).toBeNull();
  expect(endKind({ state: "ready", deletionAskedOn: null })).toBe("live");
  expect(endKind({ state: "recalled", deletionAskedOn: null })).toBe("recalled");
  expect(endKind({ state: "recalled", deletionAskedOn: "2026-03-01" })).toBeNull();
});
