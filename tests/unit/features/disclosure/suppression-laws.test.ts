import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { isBelowThreshold } from "#app/features/disclosure/rules/primary.ts";
import { protectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import { LIMITS } from "#app/features/disclosure/settings.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { openAttack } from "#app/features/disclosure/suppression/attack.server.ts";
import { attackersOf, levelFor, problemOf, roomOf } from "#app/features/disclosure/suppression/problem.ts";
import { newProofs } from "#app/features/disclosure/suppression/proofs.server.ts";
import { suppress } from "#app/features/disclosure/suppression/suppress.server.ts";
import type { Pattern, System } from "#app/features/disclosure/system/system.ts";
import { type HandCell, RULES, twoWaySystem } from "./worked-table.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const UNITS = 5;
/** Two rows, three columns: who has how many cases in each cell. */
const tables = fc.array(
  fc.array(
    fc.dictionary(fc.integer({ min: 0, max: UNITS - 1 }).map(String), fc.integer({ min: 1, max: 2 }), { maxKeys: 4 }),
    {
      minLength: 3,
      maxLength: 3,
    },
  ),
  { minLength: 2, maxLength: 2 },
);
type Drawn = readonly (readonly Readonly<Record<string, number>>[])[];

function cellOf(parts: Readonly<Record<string, number>>): HandCell {
  const contributions = new Map(Object.entries(parts));
  const value = [...contributions.values()].reduce((sum, part) => sum + part, 0);
  if (!isBelowThreshold(contributions.size, RULES.m)) return { value, parts };
  return { value, parts, level: protectionLevel(contributions, ["threshold"], RULES, true) };
}
const systemOf = (drawn: Drawn) =>
  twoWaySystem(
    drawn.map((row) => row.map(cellOf)),
    UNITS,
  );

/**
 * Every table a reader cannot tell from the true one, by trying all numbers in every cell of the inside.
 * @returns for each column the smallest and largest number it takes
 */
function enumerated(system: System, pattern: Pattern, attacker: readonly number[]): (readonly [number, number])[] {
  const room = roomOf(problemOf(system, RULES, [attacker]), attacker);
  const ranges = system.columns.map(({ spot, value }, column) =>
    pattern[spot] === 1
      ? [value - room.withheldBelow[column]!, Math.min(value + 8, value + room.withheldAbove[column]!)]
      : [value, value],
  );
  const inside = [0, 1, 2, 4, 5, 6];
  const found = system.columns.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number]);
  const values = new Array<number>(12).fill(0);
  const isInside = (column: number) => values[column]! >= ranges[column]![0]! && values[column]! <= ranges[column]![1]!;
  const visit = (place: number) => {
    // A row is judged as soon as it is full; most of the tree is never walked.
    if (place === 3 || place === 6) {
      const total = place === 3 ? 3 : 7;
      values[total] = values[total - 3]! + values[total - 2]! + values[total - 1]!;
      if (!isInside(total)) return;
    }
    if (place === 6) {
      for (const column of [0, 1, 2, 3]) values[8 + column] = values[column]! + values[4 + column]!;
      if (![8, 9, 10, 11].every(isInside)) return;
      for (const [column, value] of values.entries())
        found[column] = [Math.min(found[column]![0], value), Math.max(found[column]![1], value)];
      return;
    }
    const column = inside[place]!;
    for (let value = ranges[column]![0]!; value <= ranges[column]![1]!; value += 1) {
      values[column] = value;
      visit(place + 1);
    }
  };
  visit(0);
  return found;
}

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
