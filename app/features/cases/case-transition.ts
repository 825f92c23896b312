import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";

/** The team's steps, in the order of the life of a case. */
export const TEAM_EVENTS = [
  "ask",
  "answer",
  "triage",
  "support",
  "escalate",
  "step_down",
  "resolve",
  "close",
  "reopen",
] as const;
export type TeamEvent = (typeof TEAM_EVENTS)[number];

/** A case turns out to be a duplicate and goes into another, or comes back from there; more than a status, too. */
const MERGE_EVENTS = ["merge", "unmerge"] as const;

/** With the exits: withdrawing is the reporter's own, and erasing is more than a status. */
export const CASE_EVENTS = [...TEAM_EVENTS, ...MERGE_EVENTS, "withdraw", "erase"] as const;
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
  // It concerns two cases, and a lead may hold only one of them.
  merge: { by: ["intake"], reasonNeeded: true },
  unmerge: { by: ["intake"], reasonNeeded: true },
  withdraw: { by: ["reporter"], reasonNeeded: false },
  erase: { by: ["reporter", "intake", "retention"], reasonNeeded: false },
};

/** The reporter's own exits stand open in every status. */
const EXITS = { withdraw: "withdrawn_by_reporter", erase: "erased" } as const;

const NEXT: Record<CaseStatus, Partial<Record<CaseEvent, CaseStatus>>> = {
  received: { ask: "needs_clarification", triage: "triaged", close: "closed", merge: "closed", ...EXITS },
  needs_clarification: { answer: "received", triage: "triaged", close: "closed", merge: "closed", ...EXITS },
  triaged: { support: "support_ongoing", resolve: "resolved", close: "closed", merge: "closed", ...EXITS },
  support_ongoing: { escalate: "escalated", resolve: "resolved", close: "closed", merge: "closed", ...EXITS },
  escalated: { step_down: "support_ongoing", resolve: "resolved", close: "closed", merge: "closed", ...EXITS },
  resolved: { reopen: "support_ongoing", ...EXITS },
  closed: { reopen: "support_ongoing", ...EXITS },
  withdrawn_by_reporter: { erase: "erased" },
  erased: {},
};

type TransitionRefused = Extract<Refusal, { kind: "conflict" }>;

/**
 * The status a case takes when `by` makes `event` happen to it. A merged case is `closed` with its `duplicateOf` set.
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

/**
 * Undoing a merge puts a case back where it stood: the one move whose end stands in no table, for only the case knows it.
 * Possible until the case that was kept has ended: from then on the matter of both is closed.
 * @param kept where the case that was kept stands; null where it has gone or is out of reach, so that nobody works on it
 */
export function undoneMerge(
  from: CaseStatus,
  { before, kept }: { readonly before: CaseStatus; readonly kept: CaseStatus | null },
  by: CaseMover,
): Result<CaseStatus, TransitionRefused> {
  const event = "unmerge";
  if (!MOVES[event].by.includes(by))
    return refuse({ kind: "conflict", code: "case.transition-not-yours", from, event });
  if (from !== "closed" || !NEXT[before].merge)
    return refuse({ kind: "conflict", code: "case.transition-refused", from, event });
  if (kept !== null && ENDED_WORK.includes(kept)) return refuse({ kind: "conflict", code: "case.kept-has-ended" });
  return ok(before);
}

/** Work on a case has ended, by the team and not by its reporter. */
const ENDED_WORK: readonly CaseStatus[] = ["resolved", "closed"];
