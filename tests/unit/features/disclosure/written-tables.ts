import { factsOf } from "#app/features/disclosure/audit/audit-facts.ts";
import type { Facts } from "#app/features/disclosure/audit/facts.ts";
import { readPackage } from "#app/features/disclosure/audit/written-package.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { packageFiles } from "#app/features/disclosure/output/data-package.server.ts";
import type { ReleasedTable } from "#app/features/disclosure/output/release-figures.ts";
import type { Pattern, System } from "#app/features/disclosure/system/system.ts";

/** A table with one dimension as it might be printed: null stands for a mark. */
export function printedTable(
  id: string,
  values: Readonly<Record<string, number | null>>,
  more: Partial<ReleasedTable> = {},
): ReleasedTable {
  const rows = Object.entries(values).map(([code, value]) => ({ codes: [code], value, isImpossible: false }));
  return {
    id,
    measure: "cases",
    of: null,
    dimensions: ["country"],
    where: {},
    rounding: null,
    overlapping: [],
    rows,
    ...more,
  };
}

/** What a reader knows of these tables, written as files and read again. */
export function factsOfTables(
  tables: readonly ReleasedTable[],
  records: readonly MicroRecord[],
  trees: Trees,
  splitCount?: number,
): Facts {
  const tree = trees.get("country")!;
  const splits = tree.splits.slice(0, splitCount);
  const codes = [{ dimension: "country", total: tree.total, splits, labels: {} }];
  const files = packageFiles({ release: "r", edition: "r", date: "2026-01-01", tables, codes });
  return factsOf([readPackage(files)], { records, trees, m: 3 });
}

/** A table made by hand, as the audit sees it. */
export function factsOfSystem({ columns, rows }: System, pattern: Pattern): Facts {
  return {
    figures: columns.map(({ key, value, parts, spot, whole }) => ({
      measure: "cases",
      place: key.slice("cases@".length),
      truth: value,
      parts: new Map([...parts].map(([unit, part]) => [`o${unit}`, part])),
      printed: pattern[spot] === 1 ? null : [value, value],
      isInTable: true,
      whole,
    })),
    // The audit has the whole at the end of an addition.
    rows: rows.map((row) => ({
      ...row,
      columns: [...row.columns.slice(1), row.columns[0]!],
      coefficients: [...row.coefficients.slice(1), -1],
    })),
    isComplete: true,
  };
}
