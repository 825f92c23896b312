import { type Limits, type Rules, SIZES } from "#app/features/disclosure/settings.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { barePattern, costOf, type Pattern, type System } from "#app/features/disclosure/system/system.ts";
import { openAttack } from "./attack.server.ts";
import { exactPattern } from "./exact.server.ts";
import { heuristicPattern } from "./heuristic.server.ts";
import { extended, withImpliedAggregates } from "./implied-aggregates.ts";
import { isSmall, problemOf } from "./problem.ts";
import { newProofs } from "./proofs.server.ts";

export interface Suppressed {
  readonly kind: "suppressed";
  /** as given, with the sums that had to be protected besides */
  readonly system: System;
  readonly pattern: Pattern;
  readonly method: "exact" | "heuristic";
  readonly cost: number;
  /** distance to the best bound; null where none was looked for */
  readonly gap: number | null;
  readonly programs: number;
}

export interface NotSuppressed {
  readonly kind: "unprotectable" | "too-large";
  /** keys of the figures that cannot be protected */
  readonly columns: readonly string[];
}

/** Sums that become known may come up again under the mended pattern; each round only adds to what is protected. */
const IMPLIED_ROUNDS = 20;

/**
 * Complementary suppression of one system: the heuristic first, then the cheapest pattern where the size allows it, and
 * again as long as a sum becomes known that must not be.
 * @param limits.seconds  for everything together
 */
export function suppress(
  solver: Solver,
  given: System,
  rules: Rules,
  limits: Limits,
  start?: Pattern,
): Suppressed | NotSuppressed {
  if (given.columns.length > SIZES.heuristicCells) return { kind: "too-large", columns: [] };
  const deadline = performance.now() + limits.seconds * 1000;
  let system = given;
  let programs = 0;
  let from = start ?? barePattern(given);
  for (let round = 0; round < IMPLIED_ROUNDS; round += 1) {
    const answer = onePattern(solver, system, rules, { deadline, gap: limits.gap }, extended(from, system));
    if (answer.kind !== "suppressed") return answer;
    programs += answer.programs;
    const larger = rules.impliedAggregates ? withImpliedAggregates(system, answer.pattern, rules) : null;
    if (!larger) return { ...answer, programs };
    system = larger;
    from = barePattern(larger);
  }
  return { kind: "unprotectable", columns: [] };
}

function onePattern(
  solver: Solver,
  system: System,
  rules: Rules,
  limits: { deadline: number; gap: number },
  start: Pattern,
): Suppressed | NotSuppressed {
  const problem = problemOf(system, rules);
  const attack = openAttack(solver, problem);
  try {
    const proofs = newProofs(problem, attack);
    const found = heuristicPattern(solver, problem, proofs, { start, deadline: limits.deadline });
    if ("columns" in found) {
      const columns = found.columns.map((column) => system.columns[column]!.key);
      return { kind: found.isLate ? "too-large" : "unprotectable", columns };
    }
    if (!isSmall(problem)) {
      return {
        kind: "suppressed",
        system,
        pattern: found,
        method: "heuristic",
        cost: costOf(system, found),
        gap: null,
        programs: attack.count,
      };
    }
    const { pattern, cost, gap } = exactPattern(solver, problem, proofs, found, limits);
    return { kind: "suppressed", system, pattern, method: "exact", cost, gap, programs: attack.count };
  } finally {
    attack.dispose();
  }
}
