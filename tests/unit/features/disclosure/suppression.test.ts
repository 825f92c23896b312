import { beforeAll, describe, expect, test } from "vitest";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { openAttack } from "#app/features/disclosure/suppression/attack.server.ts";
import { exactPattern } from "#app/features/disclosure/suppression/exact.server.ts";
import { heuristicPattern } from "#app/features/disclosure/suppression/heuristic.server.ts";
import { problemOf } from "#app/features/disclosure/suppression/problem.ts";
import { newProofs } from "#app/features/disclosure/suppression/proofs.server.ts";
import { costOf, type System } from "#app/features/disclosure/system/system.ts";
import { RULES, twoWaySystem } from "./worked-table.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function suppressed(system: System) {
  const problem = problemOf(system, RULES);
  const attack = openAttack(solver, problem);
  try {
    const proofs = newProofs(problem, attack);
    const heuristic = heuristicPattern(solver, problem, proofs);
    if ("columns" in heuristic) return null;
    const exact = exactPattern(solver, problem, proofs, heuristic, { deadline: performance.now() + 10_000, gap: 0 });
    return { heuristic, exact };
  } finally {
    attack.dispose();
  }
}

const complements = (system: System, pattern: Float64Array) =>
  system.columns.filter(({ spot, target }) => !target && pattern[spot] === 1).map(({ value }) => value);

describe("the worked example of Fischetti and Salazar", () => {
  const system = twoWaySystem([
    [{ value: 20 }, { value: 50 }, { value: 10 }],
    [{ value: 8 }, { value: 19 }, { value: 22, level: { up: 8, down: 5 } }],
    [{ value: 17 }, { value: 32 }, { value: 12 }],
  ]);

  test("withholds 8, 17 and 12, at a cost of 37, and proves that nothing cheaper will do", () => {
    const { exact } = suppressed(system)!;
    expect(complements(system, exact.pattern)).toEqual([8, 17, 12]);
    expect(exact).toMatchObject({ cost: 37, bound: 37, gap: 0 });
  });

  test("is answered by the heuristic with a pattern that is safe, if dearer", () => {
    const { heuristic } = suppressed(system)!;
    expect(costOf(system, heuristic)).toBeGreaterThanOrEqual(37);
  });
});
