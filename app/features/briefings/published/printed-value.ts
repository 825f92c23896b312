import { type Dimension, tableIdOf } from "#app/features/briefings/figures/dimensions.ts";
import type { PublishedTable } from "./published-text.ts";

/** What everybody reads in one row: a figure; withheld; or in no table of that briefing. */
export type PrintedValue = number | "withheld" | "not-shown";

/** A row that a table does not list is one of those withheld together. */
export function printedIn(
  tables: readonly Pick<PublishedTable, "id" | "rows">[],
  dimension: Dimension,
  code: string,
): PrintedValue {
  const table = tables.find(({ id }) => id === tableIdOf(dimension));
  return table ? (table.rows.find((row) => row.code === code)?.value ?? "withheld") : "not-shown";
}
