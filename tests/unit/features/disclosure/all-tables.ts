import fc from "fast-check";
import { isBelowThreshold } from "#app/features/disclosure/rules/primary.ts";
import { protectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import { problemOf, roomOf } from "#app/features/disclosure/suppression/problem.ts";
import type { Pattern, System } from "#app/features/disclosure/system/system.ts";
import { type HandCell, RULES, twoWaySystem } from "./worked-table.ts";

export const UNITS = 5;
/** Two rows, three columns: who has how many cases in each cell. */
export const tables = fc.array(
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
export const systemOf = (drawn: Drawn) =>
  twoWaySystem(
    drawn.map((row) => row.map(cellOf)),
    UNITS,
  );

/**
 * Every table a reader cannot tell from the true one, by trying all numbers in every cell of the inside.
 * @returns for each column the smallest and largest number it takes
 */
export function enumerated(
  system: System,
  pattern: Pattern,
  attacker: readonly number[],
): (readonly [number, number])[] {
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
