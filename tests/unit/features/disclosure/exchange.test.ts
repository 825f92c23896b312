import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { openAttack } from "#app/features/disclosure/suppression/attack.server.ts";
import { exchanged } from "#app/features/disclosure/suppression/exchange.server.ts";
import { repaired } from "#app/features/disclosure/suppression/mending.server.ts";
import { problemOf } from "#app/features/disclosure/suppression/problem.ts";
import { newProofs } from "#app/features/disclosure/suppression/proofs.server.ts";
import { costOf } from "#app/features/disclosure/system/system.ts";
import { systemOf, tables } from "./all-tables.ts";
import { RULES } from "./worked-table.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

test("exchanging complements leaves a pattern safe before everybody, never makes it dearer, and does the same again", () => {
  let cheaper = 0;
  fc.assert(
    fc.property(tables, (drawn) => {
      const system = systemOf(drawn);
      const problem = problemOf(system, RULES);
      const attack = openAttack(solver, problem);
      const proofs = newProofs(problem, attack);
      const first = repaired(solver, problem, proofs, {});
      if ("columns" in first) return;
      const limits = { deadline: Number.POSITIVE_INFINITY, programs: 1000 };
      const found = exchanged(solver, problem, proofs, first, limits);
      // Proofs of its own: what the search has learnt must not be what says that it is safe.
      expect(newProofs(problem, attack).violations(found)).toEqual([]);
      expect(costOf(system, found)).toBeLessThanOrEqual(costOf(system, first));
      expect(exchanged(solver, problem, newProofs(problem, attack), first, limits)).toEqual(found);
      if (costOf(system, found) < costOf(system, first)) cheaper += 1;
      attack.dispose();
    }),
    { numRuns: 40, seed: 4 },
  );
  expect(cheaper).toBeGreaterThan(0);
});
