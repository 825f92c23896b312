import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import type { ProtectedTable } from "#app/features/briefings/figures/protected-release.ts";
import { ALL } from "#app/features/briefings/figures/release-specification.ts";
import { captionOf, type LanguageVersion } from "./language-version.ts";
import { publishedCharts } from "./published-charts.ts";
import type { PublishedColumn, PublishedRow, PublishedTable } from "./published-text.ts";
import { rowsInOrder } from "./row-order.ts";

/** More withheld rows than this are named in one sentence below the table: their codes are the same news in fewer lines. */
const MOST_MARKED_ROWS = 6;

/** A protected table in words, with its pictures. */
export function publishedTable(version: LanguageVersion, table: ProtectedTable): PublishedTable {
  const { t, labelOf, names, titleOf } = version;
  const { id, measure, dimensions, cells } = table;
  const [down, across] = dimensions as readonly [Dimension, Dimension?];
  const columns: PublishedColumn[] = across
    ? rowsInOrder(across, codesAt(cells, 1)).map(({ code }) => ({ code, label: labelOf(across, code) }))
    : [{ code: ALL, label: t(`briefings.table.measure.${measure}`) }];
  const valueAt = new Map(cells.map(({ codes, value }) => [codes.join(), value]));
  const rows = rowsInOrder(down, codesAt(cells, 0)).map(({ code, level }) => ({
    code,
    label: labelOf(down, code),
    level,
    values: columns.map((column) => valueAt.get(across ? [code, column.code].join() : code) ?? null),
  }));
  const { shown, gathered } = gatheredRows(rows);
  return {
    id,
    name: names.get(id) ?? "",
    title: titleOf(table),
    caption: captionOf(table, version),
    measure,
    dimensions,
    isFiltered: table.where !== null,
    rowHead: t.dynamic(`briefings.table.head.${down}`),
    columns,
    rows: shown,
    others: gathered.length > 0 ? othersLine(gathered, version) : null,
    note: noteOf(table, version),
    charts: publishedCharts(version, { id, title: titleOf(table), dimensions, columns, rows: shown, allRows: rows }),
  };
}

const codesAt = (cells: ProtectedTable["cells"], place: number): string[] => [
  ...new Set(cells.map(({ codes }) => codes[place] ?? "")),
];

/** Rows of which nothing is printed, where they are many, stand in a sentence. */
function gatheredRows(rows: readonly PublishedRow[]): { shown: PublishedRow[]; gathered: PublishedRow[] } {
  const withheld = rows.filter(({ values }) => values.every((value) => value === null));
  if (withheld.length <= MOST_MARKED_ROWS) return { shown: [...rows], gathered: [] };
  return { shown: rows.filter((row) => !withheld.includes(row)), gathered: withheld };
}

function othersLine(gathered: readonly PublishedRow[], { t, formats }: LanguageVersion): string {
  const names = formats.list(gathered.map(({ label }) => label));
  return t("briefings.table.others", { count: gathered.length, names });
}

/** Organisations are rounded, and one may stand in several rows; of cases only some dimensions allow several answers. */
function noteOf({ measure }: ProtectedTable, { t }: LanguageVersion): string {
  return t(`briefings.table.rounding-${measure}`);
}
