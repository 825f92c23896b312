import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { SIZES } from "#app/features/disclosure/settings.ts";
import type { CodeTree } from "#app/features/disclosure/tables/code-tree.ts";
import type { CodesInUse } from "#app/features/disclosure/tables/contributions.ts";
import {
  combinations,
  coordinatesOf,
  type Measure,
  type TablePlan,
  treeOf,
} from "#app/features/disclosure/tables/table-plan.ts";

/** Cells of one measure that add up with each other: every combination of the codes in use. */
export interface Box {
  readonly measure: Measure;
  readonly codes: CodesInUse;
}

export interface Closure {
  readonly boxes: readonly Box[];
  readonly isComplete: boolean;
}

/**
 * The joint closure: for each measure the product of all codes that any of its tables uses. Where that would be too
 * large, tables are joined in pairs; a reader who joins three may then know more than was looked at, so it is said.
 */
export function closureOf(tables: readonly TablePlan[], trees: Trees, limit: number = SIZES.closure): Closure {
  const measures = [...new Set(tables.map(({ measure }) => measure))].sort();
  const whole = measures.map((measure) =>
    boxOf(
      measure,
      tables.filter((table) => table.measure === measure),
      trees,
    ),
  );
  if (whole.reduce((sum, box) => sum + cellsIn(box), 0) <= limit) return { boxes: whole, isComplete: true };
  const pairs = measures.flatMap((measure) => {
    const own = tables.filter((table) => table.measure === measure);
    return own.flatMap((one, place) => own.slice(place).map((other) => boxOf(measure, [one, other], trees)));
  });
  return { boxes: pairs, isComplete: false };
}

export const cellsIn = ({ codes }: Box): number => [...codes.values()].reduce((product, { size }) => product * size, 1);

function boxOf(measure: Measure, tables: readonly TablePlan[], trees: Trees): Box {
  const used = new Map<string, Set<string>>();
  for (const table of tables) {
    const named = [
      ...table.dimensions.map((name, place) => [name, table.codes[place] ?? []] as const),
      ...Object.entries(table.where).map(([name, code]) => [name, [code]] as const),
    ];
    for (const [name, codes] of named) used.set(name, new Set([...(used.get(name) ?? []), ...codes]));
  }
  const codes = [...used].sort(([a], [b]) => (a < b ? -1 : 1));
  return { measure, codes: new Map(codes.map(([name, set]) => [name, withPaths(set, treeOf(name, trees))])) };
}

/** Adds what stands between the codes: whoever sees a part and the whole can ask for the rest. */
function withPaths(used: ReadonlySet<string>, { total, splits }: CodeTree): Set<string> {
  const all = new Set([total, ...used]);
  for (let before = -1; before < all.size; ) {
    before = all.size;
    for (const { parent, children } of splits) {
      if (!children.some((child) => all.has(child))) continue;
      for (const code of [parent, ...children]) all.add(code);
    }
  }
  return all;
}

/** One addition between cells, by coordinates. */
export interface Addition {
  readonly measure: Measure;
  readonly dimension: string;
  readonly parent: string;
  readonly children: readonly string[];
}

/** Every cell of a box, by coordinates, in a fixed order. */
export function cellsOf({ codes }: Box, trees: Trees): string[] {
  const names = [...codes.keys()];
  return combinations(names.map((name) => [...(codes.get(name) ?? [])].sort())).map((parts) =>
    coordinatesOf(Object.fromEntries(names.map((name, place) => [name, parts[place] ?? ""])), trees),
  );
}

/** Every addition inside a box: each split of each dimension, for each combination of the other codes. */
export function additionsOf({ measure, codes }: Box, trees: Trees): Addition[] {
  const names = [...codes.keys()];
  return names.flatMap((dimension) => {
    const own = codes.get(dimension) ?? new Set();
    const splits = treeOf(dimension, trees).splits.filter(
      ({ parent, children }) => own.has(parent) && children.every((child) => own.has(child)),
    );
    const others = names.filter((name) => name !== dimension);
    const places = combinations(others.map((name) => [...(codes.get(name) ?? [])].sort()));
    return splits.flatMap(({ parent, children }) =>
      places.map((place) => {
        const fixed = Object.fromEntries(others.map((name, index) => [name, place[index] ?? ""]));
        const at = (code: string) => coordinatesOf({ ...fixed, [dimension]: code }, trees);
        return { measure, dimension, parent: at(parent), children: children.map(at) };
      }),
    );
  });
}
