import type { TableSpec } from "#app/features/disclosure/input/specification.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import type { CodeTree } from "./code-tree.ts";

/** A table at the level at which it is to be printed. */
export interface TablePlan {
  readonly id: string;
  /** which figures it holds; tables of one measure add up with each other */
  readonly measure: Measure;
  readonly dimensions: readonly string[];
  /** printed codes, in the order of `dimensions` */
  readonly codes: readonly (readonly string[])[];
  readonly where: Readonly<Record<string, string>>;
  /** coordinates that must be shown */
  readonly neverWithhold: ReadonlySet<string>;
}

/** `sum:amount` is the sum of the column `amount`. */
export type Measure = "cases" | "organisations" | `sum:${string}`;

export const measureOf = (table: TableSpec): Measure => (table.measure === "sum" ? `sum:${table.of}` : table.measure);

/** Which level of each dimension a table is printed at, as places in the levels of its trees; 0 is the finest. */
export type Levels = readonly number[];

/** The table a specification asks for, at these levels. */
export function planned(table: TableSpec, levels: Levels, trees: Trees): TablePlan {
  const codes = table.dimensions.map((name, place) => treeOf(name, trees).levels[levels[place] ?? 0]!.codes);
  const plan = { id: table.id, measure: measureOf(table), dimensions: table.dimensions, codes, where: table.where };
  const neverWithhold = table.neverWithhold.map((cell) => coordinatesOf(cellAt(plan, cell.split("|")), trees));
  return { ...plan, neverWithhold: new Set(neverWithhold) };
}

export function treeOf(name: string, trees: Trees): CodeTree {
  const tree = trees.get(name);
  if (!tree) throw new RangeError(`there is no dimension ${name}`);
  return tree;
}

/**
 * Where a cell lies among all cells of a release, whatever table prints it: dimensions at their total are left out. The
 * same cell in two tables has the same coordinates, so that its status is the same.
 * @param fixed  code by dimension
 */
export function coordinatesOf(fixed: Readonly<Record<string, string>>, trees: Trees): string {
  return Object.keys(fixed)
    .filter((name) => fixed[name] !== treeOf(name, trees).total)
    .sort()
    .map((name) => `${name}=${fixed[name]}`)
    .join("|");
}

/** The code a cell of the table has in each dimension. @param codes  in the order of the table's dimensions */
export function cellAt(
  table: Pick<TablePlan, "dimensions" | "where">,
  codes: readonly string[],
): Record<string, string> {
  return { ...table.where, ...Object.fromEntries(table.dimensions.map((name, place) => [name, codes[place] ?? ""])) };
}

/** Some code of the cell was declared impossible: it is nothing, and everybody may know it. */
export function isImpossible({ dimensions }: Pick<TablePlan, "dimensions">, codes: readonly string[], trees: Trees) {
  return codes.some((code, place) => treeOf(dimensions[place]!, trees).structuralZeros.includes(code));
}

/** Every combination of one element from each list, the last changing quickest. */
export function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap((start) => list.map((one) => [...start, one])), [[]]);
}
