import {
  isWithheld,
  type Population,
  type ProtectedCell,
  type ProtectedRelease,
  type ProtectedTable,
} from "#app/features/briefings/figures/protected-release.ts";
import { POPULATION_TABLE } from "#app/features/briefings/figures/release-specification.ts";
import type { Measure } from "#app/features/briefings/figures/table-choice.ts";
import type { FigureReference } from "./figure-reference.ts";

/** What a release says in one cell. `missing`: it has no such table or cell. */
export type FigureAt =
  | ({ readonly kind: "printed" } & Pick<ProtectedTable, "measure" | "of"> & Pick<ProtectedCell, "value" | "band">)
  | { readonly kind: "withheld"; readonly measure: Measure }
  | { readonly kind: "more_than_five" }
  | { readonly kind: "missing" };

const MISSING = { kind: "missing" } as const;

/** The cell a text points to, as it may be printed. */
export function figureAt(
  { population, tables }: Pick<ProtectedRelease, "population" | "tables">,
  { table: id, codes }: Pick<FigureReference, "table" | "codes">,
): FigureAt {
  if (id === POPULATION_TABLE && codes.length === 0) return populationAt(population);
  const table = tables.find((one) => one.id === id);
  const cell = table?.cells.find((one) => one.codes.join() === codes.join());
  if (!table || !cell) return MISSING;
  const { measure, of } = table;
  const { value, band } = cell;
  if (isWithheld(cell)) return { kind: "withheld", measure };
  return { kind: "printed", measure, value, ...(of && { of }), ...(band && { band }) };
}

function populationAt(population: Population): FigureAt {
  if (population.kind === "rounded")
    return { kind: "printed", measure: "organisations", value: population.organisations };
  return population.kind === "more_than_five" ? { kind: "more_than_five" } : MISSING;
}
