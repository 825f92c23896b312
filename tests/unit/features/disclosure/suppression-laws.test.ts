import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { LIMITS } from "#app/features/disclosure/settings.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { openAttack } from "#app/features/disclosure/suppression/attack.server.ts";
import { attackersOf, levelFor, problemOf } from "#app/features/disclosure/suppression/problem.ts";
import { newProofs } from "#app/features/disclosure/suppression/proofs.server.ts";
import { suppress } from "#app/features/disclosure/suppression/suppress.server.ts";
import type { Pattern, System } from "#app/features/disclosure/system/system.ts";
import { enumerated, systemOf, tables, UNITS } from "./all-tables.ts";
import { RULES } from "./worked-table.ts";
import { factsOfSystem } from "./written-tables.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

describe("a pattern", () => {
  test("leaves every attacker the room that each sensitive cell needs, in all tables there could be", () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const system = systemOf(drawn);
        const found = suppress(solver, system, { ...RULES, impliedAggregates: false }, { ...LIMITS, gap: 0 });
        fc.pre(found.kind === "suppressed");
        const attackers = attackersOf(system, { insiders: 1 }).slice(0, 1 + UNITS);
        const { aims } = problemOf(system, RULES, attackers);
        for (const [place, attacker] of attackers.entries()) {
          const worlds = enumerated(system, found.pattern, attacker);
          for (const aim of aims) {
            const [least, most] = worlds[aim.column]!;
            const { value } = system.columns[aim.column]!;
            expect(aim.direction === 1 ? most - value : value - least).toBeGreaterThanOrEqual(levelFor(aim, place));
          }
        }
      }),
      { numRuns: 6, seed: 4 },
    );
  });

  test("needs each of its complements: without any one of them something is open", () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const system = systemOf(drawn);
        const found = suppress(solver, system, { ...RULES, impliedAggregates: false }, { ...LIMITS, gap: 0 });
        fc.pre(found.kind === "suppressed");
        const problem = problemOf(system, RULES);
        const attack = openAttack(solver, problem);
        const proofs = newProofs(problem, attack);
        expect(proofs.violations(found.pattern)).toEqual([]);
        for (const [spot, { withholding }] of system.spots.entries()) {
          if (withholding !== "maybe" || found.pattern[spot] === 0) continue;
          const without = found.pattern.slice();
          without[spot] = 0;
          expect(proofs.violations(without, { most: 1 }).length).toBe(1);
        }
        attack.dispose();
      }),
      { numRuns: 6, seed: 4 },
    );
  });

  test("costs as little as any other safe pattern, when all of them are tried", () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const system = systemOf(drawn);
        const found = suppress(solver, system, { ...RULES, impliedAggregates: false }, { ...LIMITS, gap: 0 });
        const problem = problemOf(system, RULES);
        const attack = openAttack(solver, problem);
        const proofs = newProofs(problem, attack);
        const cheapest = cheapestByTrying(system, (pattern) => proofs.violations(pattern, { most: 1 }).length === 0);
        expect(found.kind === "suppressed" ? found.cost : null).toBe(cheapest);
        attack.dispose();
      }),
      { numRuns: 8, seed: 4 },
    );
  });
});

describe("the audit", () => {
  test("finds the same intervals as trying every table there could be", () => {
    const marks = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(tables, marks, (drawn, marked) => {
        const system = systemOf(drawn);
        // The margins are shown, so that no interval ends where the trying ends.
        const pattern = Float64Array.from(system.spots, (_, spot) =>
          [0, 1, 2, 4, 5, 6].includes(spot) ? Number(marked[spot > 3 ? spot - 1 : spot]) : 0,
        );
        const worlds = enumerated(system, pattern, []);
        const { intervals } = audit(solver, factsOfSystem(system, pattern), RULES);
        expect(intervals.length).toBe(marked.filter(Boolean).length);
        for (const { place, least, most } of intervals) expect([least, most]).toEqual(worlds[Number(place)]);
      }),
      { numRuns: 15, seed: 4 },
    );
  });
});

function cheapestByTrying({ spots }: System, isSafe: (pattern: Pattern) => boolean): number | null {
  const free = spots.flatMap(({ withholding }, spot) => (withholding === "maybe" ? [spot] : []));
  const cost = (chosen: number) =>
    free.reduce((sum, spot, place) => sum + ((chosen >> place) & 1) * spots[spot]!.cost, 0);
  const choices = Array.from({ length: 2 ** free.length }, (_, chosen) => chosen).sort((a, b) => cost(a) - cost(b));
  const safe = choices.find((chosen) =>
    isSafe(
      Float64Array.from(spots, ({ withholding }, spot) =>
        withholding === "always" || (free.includes(spot) && ((chosen >> free.indexOf(spot)) & 1) === 1) ? 1 : 0,
      ),
    ),
  );
  return safe === undefined ? null : cost(safe);
}
