import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { TableSpec } from "#app/features/disclosure/input/specification.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { type Rules, SMALL_POPULATION } from "#app/features/disclosure/settings.ts";
import { contributionsOf } from "#app/features/disclosure/tables/contributions.ts";
import {
  cellAt,
  combinations,
  coordinatesOf,
  type Levels,
  planned,
  treeOf,
} from "#app/features/disclosure/tables/table-plan.ts";
import { ownReasons } from "./primary.ts";

/** What one combination of levels costs and shows: the trade an editor is shown. */
export interface Choice {
  readonly levels: Levels;
  /** names of the levels, in the order of the table's dimensions */
  readonly names: readonly string[];
  /** cells that are not zero */
  readonly cells: number;
  readonly primary: number;
  /** cells that are not zero at the finest levels and are not shown at these */
  readonly lost: number;
}

/**
 * Every combination of levels of a table, finest first: in the order of the cells that are lost. In small populations
 * detail costs everything, so the level is chosen before anything is withheld.
 * @param institutions  codes that may be named, by dimension; a level with another institution is left out
 */
export function choicesOf(
  table: TableSpec,
  records: readonly MicroRecord[],
  {
    trees,
    rules,
    mayBeNamed,
  }: { trees: Trees; rules: Rules; mayBeNamed: (dimension: string, code: string) => boolean },
): Choice[] {
  const axes = table.dimensions.map((name) => allowedLevels(name, table, trees, mayBeNamed));
  const counted = combinations(axes).map((levels) => ({ levels, ...count(table, levels, records, { trees, rules }) }));
  const finest = Math.max(0, ...counted.map(({ cells }) => cells));
  const sum = (levels: Levels) => levels.reduce((all, level) => all + level, 0);
  return counted
    .map(({ levels, ...rest }) => ({
      levels,
      names: levels.map((level, place) => levelName(table, place, level, trees)),
      ...rest,
      lost: finest - rest.cells,
    }))
    .sort((a, b) => a.lost - b.lost || sum(a.levels) - sum(b.levels) || a.levels.join().localeCompare(b.levels.join()));
}

/** The first choice that is worth its marks, as a place among the choices; -1 where none is. */
export function firstWorthwhile(choices: readonly Choice[], mostPrimary: number): number {
  return choices.findIndex(({ cells, primary }) => cells > 0 && primary <= mostPrimary * cells);
}

/** Few organisations: one-way tables only. A code in `where` is a way of its own. */
export function isNarrowEnough(table: TableSpec, { levels }: Choice, organisations: number, trees: Trees): boolean {
  if (organisations >= SMALL_POPULATION.oneWay) return true;
  const fine = table.dimensions.filter(
    (name, place) => (treeOf(name, trees).levels[levels[place]!]?.codes.length ?? 0) > 1,
  );
  return fine.length + Object.keys(table.where).length <= 1;
}

function allowedLevels(
  name: string,
  { minimumLevel }: TableSpec,
  trees: Trees,
  mayBeNamed: (dimension: string, code: string) => boolean,
): number[] {
  const { levels } = treeOf(name, trees);
  const finest = Math.max(
    0,
    levels.findIndex((level) => [minimumLevel].flat().includes(level.name)),
  );
  return levels.flatMap(({ codes }, place) =>
    place >= finest && codes.every((code) => mayBeNamed(name, code)) ? [place] : [],
  );
}

const levelName = ({ dimensions }: TableSpec, place: number, level: number, trees: Trees) =>
  treeOf(dimensions[place]!, trees).levels[level]!.name;

function count(
  table: TableSpec,
  levels: Levels,
  records: readonly MicroRecord[],
  { trees, rules }: { trees: Trees; rules: Rules },
): { cells: number; primary: number } {
  const plan = planned(table, levels, trees);
  const codes = new Map([
    ...plan.dimensions.map((name, place) => [name, new Set(plan.codes[place])] as const),
    ...Object.entries(plan.where).map(([name, code]) => [name, new Set([code])] as const),
  ]);
  const found = contributionsOf(records, plan.measure, codes, trees);
  const cells = combinations(plan.codes).flatMap((place) => found.get(coordinatesOf(cellAt(plan, place), trees)) ?? []);
  return {
    cells: cells.length,
    primary: cells.filter((cell) => ownReasons(cell, plan.measure, rules).length > 0).length,
  };
}
