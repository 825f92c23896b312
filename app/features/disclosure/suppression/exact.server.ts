import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { costOf, type Pattern, type System } from "#app/features/disclosure/system/system.ts";
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

/** Of one aim two attackers a round: the next pattern is another one anyway. */
const CUTS_OF_AIM = 2;
/** Under fractions contributors are looked at only so long: a weaker bound costs less than thousands of programs. */
const PROGRAMS_A_ROUND = 400;
/** A round of cuts that raises the bound by less than this share is better spent on whole patterns. */
const TAILING = 0.0005;
/** Whole patterns are sought to this share of the distance that is still open: early ones are changed anyway. */
const CLOSER = 0.1;

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
  const { system } = problem;
  const master = openMaster(solver, system);
  const rounded = roundedUp(system);
  let best = incumbent;
  let bound = 0;
  let rounds = 0;
  let taken = 0;
  const distance = () => Math.max(0, costOf(system, best) - bound) / Math.max(1, costOf(system, best));
  const isOver = () => performance.now() > deadline || distance() <= Math.max(gap, TOLERANCE);
  const takeCuts = () => {
    for (const cut of proofs.cuts.slice(taken)) master.add(cut);
    taken = proofs.cuts.length;
  };
  try {
    for (const cut of bridgeCuts(problem)) master.add(cut);
    takeCuts();
    const stages: Wanted[] = [{ isOutsiderOnly: true }, { programs: PROGRAMS_A_ROUND, mostOfAim: CUTS_OF_AIM }];
    for (const wanted of stages) {
      for (let last = 0; !isOver(); ) {
        rounds += 1;
        const answer = master.relaxed();
        if (!answer) break;
        bound = Math.max(bound, rounded(answer.bound));
        const found = proofs.violations(answer.pattern, wanted);
        takeCuts();
        if (found.length === 0 || (last > 0 && bound - last < TAILING * last)) break;
        last = bound;
      }
    }
    while (!isOver()) {
      rounds += 1;
      const answer = master.whole((deadline - performance.now()) / 1000, Math.max(gap / 2, CLOSER * distance()));
      if (!answer) break;
      bound = Math.max(bound, rounded(answer.bound));
      const found = proofs.violations(answer.pattern, { mostOfAim: CUTS_OF_AIM });
      const isCheaper = costOf(system, answer.pattern) < costOf(system, best);
      if (found.length === 0 && isCheaper) best = answer.pattern;
      else if (isCheaper && found.length < 100) best = better(solver, problem, proofs, answer.pattern, best, deadline);
      takeCuts();
    }
    return {
      pattern: best,
      cost: costOf(system, best),
      bound: Math.min(bound, costOf(system, best)),
      gap: distance(),
      rounds,
    };
  } finally {
    master.dispose();
  }
}

/** Where every spot costs a whole number, so does every pattern. */
function roundedUp({ spots }: System): (bound: number) => number {
  const isWhole = spots.every(({ cost }) => Number.isInteger(cost));
  return (bound) => (isWhole ? Math.ceil(bound - 1e-4) : bound);
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
  const mended = repaired(solver, problem, proofs, unsafe, deadline);
  if ("columns" in mended) return best;
  const cleaned = cleanedUp(problem, proofs, mended, deadline);
  return costOf(system, cleaned) < costOf(system, best) ? cleaned : best;
}
