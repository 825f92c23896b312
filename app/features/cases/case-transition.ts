import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";

export const CASE_EVENTS = [
  "ask",
  "answer",
  "triage",
  "support",
  "escalate",
  "step_down",
  "resolve",
  "close",
  "reopen",
  "withdraw",
  "erase",
] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

/** Who moves a case. A holder of receipt words is a reporter; `retention` is the keyless job that erases on the due month. */
export const CASE_MOVERS = ["reporter", "intake", "lead", "retention"] as const;
export type CaseMover = (typeof CASE_MOVERS)[number];

interface Move {
  readonly by: readonly CaseMover[];
  /** the reason is sealed with the event; a move that undoes or ends something is never without one */
  readonly reasonNeeded: boolean;
}

const MOVES: Record<CaseEvent, Move> = {
  ask: { by: ["intake", "lead"], reasonNeeded: false },
  // The team may enter an answer that came by telephone.
  answer: { by: ["reporter", "intake", "lead"], reasonNeeded: false },
  triage: { by: ["intake"], reasonNeeded: false },
  support: { by: ["intake", "lead"], reasonNeeded: false },
  escalate: { by: ["intake", "lead"], reasonNeeded: true },
  step_down: { by: ["intake", "lead"], reasonNeeded: false },
  resolve: { by: ["intake", "lead"], reasonNeeded: true },
  close: { by: ["intake", "lead"], reasonNeeded: true },
  reopen: { by: ["intake", "lead"], reasonNeeded: true },
  withdraw: { by: ["reporter"], reasonNeeded: false },
  erase: { by: ["reporter", "intake", "retention"], reasonNeeded: false },
};

/** The reporter's own exits stand open in every status. */
const EXITS = { withdraw: "withdrawn_by_reporter", erase: "erased" } as const;

const NEXT: Record<CaseStatus, Partial<Record<CaseEvent, CaseStatus>>> = {
  received: { ask: "needs_clarification", triage: "triaged", close: "closed", ...EXITS },
  needs_clarification: { answer: "received", triage: "triaged", close: "closed", ...EXITS },
  triaged: { support: "support_ongoing", resolve: "resolved", close: "closed", ...EXITS },
  support_ongoing: { escalate: "escalated", resolve: "resolved", close: "closed", ...EXITS },
  escalated: { step_down: "support_ongoing", resolve: "resolved", close: "closed", ...EXITS },
  resolved: { reopen: "support_ongoing", ...EXITS },
  closed: { reopen: "support_ongoing", ...EXITS },
  withdrawn_by_reporter: { erase: "erased" },
  erased: {},
};

type TransitionRefused = Extract<Refusal, { kind: "conflict" }>;

/**
 * The status a case takes when `by` makes `event` happen to it. A merged case is `close`d with its `duplicate_of` set.
 * @returns the next status, or a refusal naming what was tried. Never throws: an impossible move is an ordinary answer.
 */
export function transition(from: CaseStatus, event: CaseEvent, by: CaseMover): Result<CaseStatus, TransitionRefused> {
  const to = NEXT[from][event];
  if (!to) return refuse({ kind: "conflict", code: "case.transition-refused", from, event });
  if (!MOVES[event].by.includes(by))
    return refuse({ kind: "conflict", code: "case.transition-not-yours", from, event });
  return ok(to);
}

/** The moves that a page may offer, in the order of the life of a case. */
export function possibleEvents(from: CaseStatus, by: CaseMover): readonly CaseEvent[] {
  return CASE_EVENTS.filter((event) => transition(from, event, by).ok);
}

/** Whether nobody makes this move without saying why. */
export function reasonNeeded(event: CaseEvent): boolean {
  return MOVES[event].reasonNeeded;
}
