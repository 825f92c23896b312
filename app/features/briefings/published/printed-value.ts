import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import { countIn, type PublishedTable } from "./published-text.ts";

/** What everybody reads in one row: a figure; withheld; or in no table of that briefing. */
export type PrintedValue = number | "withheld" | "not-shown";

/** What is said of organisations by one dimension alone. A row that its table does not list is one of those withheld together. */
export function printedIn(
  tables: readonly Pick<PublishedTable, "measure" | "dimensions" | "isFiltered" | "rows">[],
  dimension: Dimension,
  code: string,
): PrintedValue {
  const table = tables.find(
    ({ measure, dimensions, isFiltered }) =>
      measure === "organisations" && dimensions.length === 1 && dimensions[0] === dimension && !isFiltered,
  );
  return table ? (countIn(table.rows.find((row) => row.code === code)?.values[0]) ?? "withheld") : "not-shown";
}
