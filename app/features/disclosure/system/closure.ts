import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { SIZES } from "#app/features/disclosure/settings.ts";
import type { CodeTree } from "#app/features/disclosure/tables/code-tree.ts";
import type { CodesInUse } from "#app/features/disclosure/tables/contributions.ts";
import { linkedDimensions, linkedPairs } from "#app/features/disclosure/tables/linked-dimensions.ts";
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
 * The joint closure: for each measure, products of the codes in use of all dimensions that tell something of each other.
 * Where that would be too large, tables are joined in pairs; a reader who joins three may then know more than was looked
 * at, so it is said. It is said too where organisations and cases stand in several products: a reader may hold one
 * measure of one table against the other of another.
 * @param overlapping  dimensions in which some record holds several codes
 */
export function closureOf(
  tables: readonly TablePlan[],
  trees: Trees,
  overlapping: ReadonlySet<string>,
  limit: number = SIZES.closure,
): Closure {
  const measures = [...new Set(tables.map(({ measure }) => measure))].sort();
  const ofMeasure = (measure: Measure) => tables.filter((table) => table.measure === measure);
  const boxes = (link: (measure: Measure, sets: string[][]) => string[][]) =>
    measures.flatMap((measure) => {
      const own = ofMeasure(measure);
      const codes = codesInUse(own, trees);
      return link(measure, own.map(namesIn)).map((names): Box => ({ measure, codes: only(codes, names) }));
    });
  const linked = boxes((measure, sets) =>
    // An organisation stands in as many codes as it has cases in.
    linkedDimensions(sets, measure === "organisations" ? new Set(sets.flat()) : overlapping),
  );
  if (linked.reduce((sum, box) => sum + cellsIn(box), 0) > limit)
    return { boxes: boxes((_, sets) => linkedPairs(sets)), isComplete: false };
  const isMixed = measures.includes("organisations") && measures.includes("cases");
  return { boxes: linked, isComplete: !(isMixed && linked.length > measures.length) };
}

export const cellsIn = ({ codes }: Box): number => [...codes.values()].reduce((product, { size }) => product * size, 1);

const namesIn = ({ dimensions, where }: TablePlan): string[] => [...new Set([...dimensions, ...Object.keys(where)])];

/** Codes by dimension that some of these tables prints or is filtered by, with what lies between them. */
function codesInUse(tables: readonly TablePlan[], trees: Trees): CodesInUse {
  const used = new Map<string, Set<string>>();
  for (const table of tables) {
    const named = [
      ...table.dimensions.map((name, place) => [name, table.codes[place] ?? []] as const),
      ...Object.entries(table.where).map(([name, code]) => [name, [code]] as const),
    ];
    for (const [name, codes] of named) used.set(name, new Set([...(used.get(name) ?? []), ...codes]));
  }
  return new Map([...used].map(([name, set]) => [name, withPaths(set, treeOf(name, trees))]));
}

const only = (codes: CodesInUse, names: readonly string[]): CodesInUse =>
  new Map(names.map((name) => [name, codes.get(name) ?? new Set()]));

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
