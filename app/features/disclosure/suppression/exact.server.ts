import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { costOf, type Pattern } from "#app/features/disclosure/system/system.ts";
import { bridgeCuts } from "./bridge-cuts.ts";
import { cleanedUp, repaired } from "./heuristic.server.ts";
import { openMaster } from "./master.server.ts";
import { type Problem, TOLERANCE } from "./problem.ts";
import type { Proofs, Wanted } from "./proofs.server.ts";

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

/** Cuts taken from one pattern: more of them make the next pattern better, and dearer to find. */
const CUTS_A_ROUND = 200;
/** Under fractions contributors are looked at only so long: a weaker bound costs less than thousands of programs. */
const PROGRAMS_A_ROUND = 400;

/**
 * The cutting-plane method: the cheapest pattern under the cuts so far is attacked, and what is open becomes a cut,
 * first for patterns with fractions, then for whole ones. Stops at the gap or the deadline with the best pattern known.
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
  const { system } = problem;
  const master = openMaster(solver, system);
  let best = incumbent;
  let bound = 0;
  let rounds = 0;
  const isLate = () => performance.now() > deadline;
  const distance = () => (costOf(system, best) - bound) / Math.max(1, costOf(system, best));
  const cut = (pattern: Pattern, wanted: Wanted = {}): number => {
    const found = proofs.violations(pattern, { most: CUTS_A_ROUND, ...wanted });
    for (const violation of found) if (violation.cut.spots.length > 0) master.add(violation.cut);
    return found.length;
  };
  try {
    for (const one of bridgeCuts(problem)) master.add(one);
    for (const wanted of [{ isOutsiderOnly: true }, { programs: PROGRAMS_A_ROUND }]) {
      for (let last = 0; !isLate() && distance() > Math.max(gap, TOLERANCE); ) {
        rounds += 1;
        const answer = master.relaxed();
        if (!answer) break;
        bound = Math.max(bound, answer.bound);
        if (cut(answer.pattern, wanted) === 0 || isTailing(bound, last)) break;
        last = bound;
      }
    }
    while (!isLate() && distance() > Math.max(gap, TOLERANCE)) {
      rounds += 1;
      const answer = master.whole((deadline - performance.now()) / 1000, gap / 2);
      if (!answer) break;
      bound = Math.max(bound, answer.bound);
      if (cut(answer.pattern) === 0) {
        if (costOf(system, answer.pattern) < costOf(system, best)) best = answer.pattern;
        if (gap === 0) bound = Math.max(bound, Math.min(costOf(system, best), answer.bound));
        break;
      }
      best = better(solver, problem, proofs, answer.pattern, best, deadline);
    }
    const cost = costOf(system, best);
    return { pattern: best, cost, bound: Math.min(bound, cost), gap: Math.max(0, distance()), rounds };
  } finally {
    master.dispose();
  }
}

/** A round of cuts that hardly raises the bound is better spent on whole patterns. */
const isTailing = (bound: number, last: number): boolean => last > 0 && bound - last < 0.0005 * last;

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
  if (costOf(system, unsafe) >= costOf(system, best)) return best;
  const mended = repaired(solver, problem, proofs, unsafe, deadline);
  if ("columns" in mended) return best;
  const cleaned = cleanedUp(problem, proofs, mended, deadline);
  return costOf(system, cleaned) < costOf(system, best) ? cleaned : best;
}
