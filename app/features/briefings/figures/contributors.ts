import type { CountedRow } from "./counted-row.ts";
import { type CodeLists, codesOf, type Dimension, levelsOf, subjectOf } from "./dimensions.ts";
import type { ProtectedCell, ProtectedTable } from "./protected-release.ts";
import { quantityOf } from "./quantities.ts";
import { ALL, NOT_SAID } from "./release-specification.ts";

/** Who stands behind a cell of a table, by key; an organisation counts once, however many cases it has there. */
export function contributorsOf(
  rows: readonly CountedRow[],
  { dimensions, where, of }: Pick<ProtectedTable, "dimensions" | "where" | "of">,
  { codes }: ProtectedCell,
  lists: CodeLists,
): ReadonlySet<string> {
  const isIn = (row: CountedRow) =>
    dimensions.every((dimension, place) => standsIn(row, dimension, codes[place] ?? ALL, lists)) &&
    (!of || (row.quantities !== undefined && quantityOf(row.quantities, of) > 0)) &&
    (!where || standsIn(row, where.dimension, where.code, lists));
  return new Set(rows.filter(isIn).map(({ organisationKey }) => organisationKey));
}

/** Whether a case stands under a code: its own, that of its group, all together, or no answer. */
function standsIn({ codes }: CountedRow, dimension: Dimension, code: string, lists: CodeLists): boolean {
  const own = codes[dimension] ?? [];
  if (code === ALL) return true;
  if (code === NOT_SAID) return !own.some((one) => codesOf(dimension, lists).includes(one));
  // Cells of a fine table name its groups too.
  return levelsOf(subjectOf(dimension)).some((level) => codes[level]?.includes(code));
}
