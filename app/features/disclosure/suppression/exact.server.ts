import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { costOf, type Pattern } from "#app/features/disclosure/system/system.ts";
import { bridgeCuts } from "./bridge-cuts.ts";
import { openMaster } from "./master.server.ts";
import { cleanedUp, repaired } from "./mending.server.ts";
import { type Problem, TOLERANCE } from "./problem.ts";
import type { Proofs } from "./proofs.server.ts";
import { CUTS_OF_AIM, relaxedPattern, roundedUp } from "./relaxed.server.ts";

export interface ExactAnswer {
  readonly pattern: Pattern;
  readonly cost: number;
  /** no safe pattern costs less */
  readonly bound: number;
  /** 0 where the pattern is the cheapest */
  readonly gap: number;
  readonly rounds: number;
}

export interface SearchLimits {
  /** instant of `performance.now()` at which to stop */
  readonly deadline: number;
  readonly gap: number;
}

/** Whole patterns are sought to this many times the square of the distance still open: early ones are changed anyway. */
const CLOSENESS = 4;
/** Share of the aims that may be open for a pattern to be worth mending, which costs more than finding it. */
const MENDABLE = 0.03;

/**
 * The cutting-plane method: the cheapest pattern under the cuts so far is attacked, and what is open becomes a cut,
 * first for patterns with fractions, then for whole ones. Stops at the gap or the deadline with the best pattern known.
 * What the heuristic has found out on its way, and finds out when it mends patterns, are cuts like all others.
 * @param incumbent  a safe pattern, from the heuristic
 * @see Fischetti and Salazar (2000, 2001); insiders are added here
 */
export function exactPattern(
  solver: Solver,
  problem: Problem,
  proofs: Proofs,
  incumbent: Pattern,
  { deadline, gap }: SearchLimits,
): ExactAnswer {
  const { system, aims } = problem;
  const master = openMaster(solver, system);
  let best = incumbent;
  let bound = 0;
  const distance = () => Math.max(0, costOf(system, best) - bound) / Math.max(1, costOf(system, best));
  const isOver = () => performance.now() > deadline || distance() <= Math.max(gap, TOLERANCE);
  try {
    master.addAll(bridgeCuts(problem));
    const relaxed = relaxedPattern(master, problem, proofs, (now) => {
      bound = Math.max(bound, now);
      return isOver();
    });
    let rounds = relaxed?.rounds ?? 0;
    let closeness = CLOSENESS;
    while (!isOver()) {
      rounds += 1;
      master.addAll(proofs.cuts);
      const answer = master.whole(
        (deadline - performance.now()) / 1000,
        Math.max(gap / 2, closeness * distance() ** 2),
      );
      if (!answer) break;
      bound = Math.max(bound, roundedUp(system, answer.bound));
      const open = proofs.violations(answer.pattern, { mostOfAim: CUTS_OF_AIM });
      // A safe pattern that is no better teaches nothing: the next one must be sought more closely.
      if (open.length === 0) closeness /= 4;
      if (costOf(system, answer.pattern) >= costOf(system, best)) continue;
      if (open.length === 0) best = answer.pattern;
      else if (open.length <= MENDABLE * aims.length)
        best = better(solver, problem, proofs, answer.pattern, best, deadline);
    }
    const cost = costOf(system, best);
    return { pattern: best, cost, bound: Math.min(bound, cost), gap: distance(), rounds };
  } finally {
    master.dispose();
  }
}

/** An unsafe pattern of the master, mended, is often better than the best so far. */
function better(
  solver: Solver,
  problem: Problem,
  proofs: Proofs,
  unsafe: Pattern,
  best: Pattern,
  deadline: number,
): Pattern {
  const { system } = problem;
  const mended = repaired(solver, problem, proofs, { start: unsafe, deadline });
  if ("columns" in mended) return best;
  const cleaned = cleanedUp(problem, proofs, mended, { deadline });
  return costOf(system, cleaned) < costOf(system, best) ? cleaned : best;
}
