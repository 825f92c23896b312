import type { ActingRole } from "#app/access/roles.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";

export const BRIEFING_STATES = ["draft", "in_review", "released", "withdrawn"] as const;
export type BriefingState = (typeof BRIEFING_STATES)[number];

export const BRIEFING_EVENTS = ["submit", "take_back", "send_back", "release", "withdraw"] as const;
export type BriefingEvent = (typeof BRIEFING_EVENTS)[number];

const NEXT: Record<BriefingState, Partial<Record<BriefingEvent, BriefingState>>> = {
  draft: { submit: "in_review" },
  in_review: { take_back: "draft", send_back: "draft", release: "released" },
  // What was released is not recalled: files stay where they are, and the page says that they were withdrawn.
  released: { withdraw: "withdrawn" },
  withdrawn: {},
};

/** Who may make each move. Withdrawing needs one person only: it must never wait for a second. */
const MAY: Record<BriefingEvent, readonly ActingRole[]> = {
  submit: ["editor"],
  take_back: ["editor"],
  send_back: ["guardian"],
  release: ["guardian"],
  withdraw: ["editor", "guardian"],
};

export interface Mover {
  readonly userId: string;
  readonly role: ActingRole;
}

type Refused = Extract<Refusal, { kind: "conflict" }>;

/** Whether people in this role ever make this move; decides which buttons a page shows. */
export function mayMakeMove(role: ActingRole, event: BriefingEvent): boolean {
  return MAY[event].includes(role);
}

/**
 * The state a briefing takes when `mover` makes a move.
 * @param hands  user ids of everybody who wrote its text or computed its tables
 * @returns the next state, or the reason against it. Persons are compared, never hats: a guardian who also wrote is refused.
 */
export function moveBriefing(
  from: BriefingState,
  event: BriefingEvent,
  mover: Mover,
  hands: readonly string[],
): Result<BriefingState, Refused> {
  if (!mayMakeMove(mover.role, event)) return refuse({ kind: "conflict", code: "briefing.not-yours" });
  const to = NEXT[from][event];
  if (!to) return refuse({ kind: "conflict", code: "briefing.transition-refused", from, event });
  if (event === "release" && hands.includes(mover.userId))
    return refuse({ kind: "conflict", code: "briefing.second-person-required" });
  return ok(to);
}
