import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { openAttack } from "#app/features/disclosure/suppression/attack.server.ts";
import { type Cut, isViolated } from "#app/features/disclosure/suppression/cut.ts";
import { exactPattern } from "#app/features/disclosure/suppression/exact.server.ts";
import { heuristicPattern } from "#app/features/disclosure/suppression/heuristic.server.ts";
import { OUTSIDER, problemOf } from "#app/features/disclosure/suppression/problem.ts";
import { newProofs } from "#app/features/disclosure/suppression/proofs.server.ts";
import { barePattern, type Pattern, type System } from "#app/features/disclosure/system/system.ts";
import { systemOf, tables } from "./all-tables.ts";
import { RULES, twoWaySystem } from "./worked-table.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const flags = fc.array(fc.constantFrom(0, 0.001, 0.3, 0.5, 0.9, 1), { minLength: 12, maxLength: 12 });

describe("a condition found in the search", () => {
  test("is met by every safe pattern, whether it came from whole flags or from fractions", () => {
    let judged = 0;
    fc.assert(
      fc.property(tables, fc.array(flags, { minLength: 3, maxLength: 3 }), (drawn, fractions) => {
        const system = systemOf(drawn);
        const problem = problemOf(system, RULES);
        fc.pre(problem.aims.length > 0);
        const attack = openAttack(solver, problem);
        const proofs = newProofs(problem, attack);
        for (const drawnFlags of fractions) {
          const start = barePattern(system).map((flag, spot) => Math.max(flag, drawnFlags[spot]!));
          proofs.violations(start);
        }
        const found = heuristicPattern(solver, problem, proofs);
        if (!("columns" in found))
          exactPattern(solver, problem, proofs, found, { deadline: performance.now() + 10_000, gap: 0 });
        const cuts = [...proofs.cuts];
        for (const cut of cuts) {
          for (const pattern of fullestViolating(system, cut)) {
            judged += 1;
            expect(proofs.violations(pattern, { most: 1 }).length).toBe(1);
          }
        }
        attack.dispose();
      }),
      { numRuns: 12, seed: 4 },
    );
    expect(judged).toBeGreaterThan(100);
  });

  test("leans on no more figures than it must: one line through the sensitive cell, not all of the table", () => {
    const rows = Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => ({
        value: 20 + row + column,
        ...(row === 2 && column === 3 && { level: { up: 5, down: 5 } }),
      })),
    );
    const problem = problemOf(twoWaySystem(rows), RULES, [OUTSIDER]);
    const attack = openAttack(solver, problem);
    const answer = attack.try(barePattern(problem.system), 0, problem.aims[0]!);
    expect(answer.isSafe ? null : answer.cut?.spots.length).toBe(6);
    attack.dispose();
  });
});

/** Patterns that miss the cut, and would meet it with any one more mark: what misses it besides withholds less than these. */
function fullestViolating({ spots }: System, cut: Cut): Pattern[] {
  const inCut = cut.spots;
  const all = Float64Array.from(spots, ({ withholding }) => (withholding === "never" ? 0 : 1));
  return Array.from({ length: 2 ** inCut.length }, (_, chosen) =>
    all.map((flag, spot) => (inCut.includes(spot) ? (chosen >> inCut.indexOf(spot)) & 1 : flag)),
  ).filter(
    (pattern) =>
      isViolated(cut, pattern) &&
      inCut.every(
        (spot) =>
          pattern[spot] === 1 ||
          !isViolated(
            cut,
            pattern.map((flag, at) => (at === spot ? 1 : flag)),
          ),
      ),
  );
}
