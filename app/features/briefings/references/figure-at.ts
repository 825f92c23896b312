import type { Counted, FigureCell, FigureTable } from "#app/features/briefings/figures/figure-cell.ts";
import { figureTableAt } from "#app/features/briefings/figures/figure-tables.ts";
import {
  isWithheld,
  type Population,
  type ProtectedRelease,
} from "#app/features/briefings/figures/protected-release.ts";
import { POPULATION_TABLE } from "#app/features/briefings/figures/release-specification.ts";
import type { FigureReference } from "./figure-reference.ts";

/** What a release says in one cell. `missing`: it has no such table or cell. */
export type FigureAt =
  | ({ readonly kind: "printed" } & Omit<FigureCell, "codes">)
  | { readonly kind: "withheld"; readonly measure: Counted }
  | { readonly kind: "more_than_five" }
  | { readonly kind: "missing" };

const MISSING = { kind: "missing" } as const;

/** The cell of a table with these codes. */
export const cellIn = ({ cells }: FigureTable, codes: readonly string[]): FigureCell | undefined =>
  cells.find((one) => one.codes.join() === codes.join());

/** The cell a text points to, of cases or of a survey, as it may be printed. */
export function figureAt(
  release: Pick<ProtectedRelease, "population" | "tables" | "survey">,
  { table: id, codes }: Pick<FigureReference, "table" | "codes">,
): FigureAt {
  if (id === POPULATION_TABLE && codes.length === 0) return populationAt(release.population);
  const table = figureTableAt(release, id);
  const cell = table && cellIn(table, codes);
  if (!cell) return MISSING;
  if (isWithheld(cell)) return { kind: "withheld", measure: cell.measure };
  const { codes: _, ...said } = cell;
  return { kind: "printed", ...said };
}

function populationAt(population: Population): FigureAt {
  if (population.kind === "rounded")
    return { kind: "printed", measure: "organisations", value: population.organisations };
  return population.kind === "more_than_five" ? { kind: "more_than_five" } : MISSING;
}
