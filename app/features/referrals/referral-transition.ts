import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { ReferralState } from "./referral.ts";
import { REFERRAL_CHANGED } from "./referral-refusals.ts";

export type ReferralEvent = "ask" | "release" | "agree" | "refuse" | "take" | "stop" | "recall";

/** Nothing leads out of the states in which nothing can be sent any more. */
const NEXT: Readonly<Record<ReferralState, Partial<Record<ReferralEvent, ReferralState>>>> = {
  prepared: { ask: "asked", release: "ready" },
  asked: { agree: "ready", refuse: "refused", stop: "stopped" },
  ready: { take: "taken", stop: "stopped" },
  taken: { take: "taken", recall: "recalled" },
  refused: {},
  stopped: {},
  recalled: {},
};

/** @returns the state after it, or a refusal: somebody else was faster */
export function afterEvent(from: ReferralState, event: ReferralEvent): Result<ReferralState> {
  const to = NEXT[from][event];
  return to ? ok(to) : refuse({ ...REFERRAL_CHANGED, from, event });
}

export const isPossible = (from: ReferralState, event: ReferralEvent): boolean => NEXT[from][event] !== undefined;

/**
 * How a referral ends that may not be any more: not sent at all, or to be asked back. Null: it has ended already, or nobody
 * but the team has seen it, who cannot send it as long as the consent forbids it.
 */
export function endingOf(state: ReferralState): "stop" | "recall" | null {
  return (["stop", "recall"] as const).find((event) => isPossible(state, event)) ?? null;
}

/** Whether what was to be sent is thrown away at once: nobody has it, and nobody is to have it. */
export const dropsContent = (state: ReferralState): boolean => state === "stopped" || state === "refused";
