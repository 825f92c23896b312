import { type ChartChoice, chartFor, isCount } from "#app/features/briefings/figures/chart-choice.ts";
import { type Dimension, labelListOf } from "#app/features/briefings/figures/dimensions.ts";
import { figureWords } from "#app/features/briefings/figures/figure-words.ts";
import {
  isWithheld,
  type ProtectedCell,
  type ProtectedTable,
} from "#app/features/briefings/figures/protected-release.ts";
import { currencyOf, kindOf } from "#app/features/briefings/figures/quantities.ts";
import { ALL } from "#app/features/briefings/figures/release-specification.ts";
import { captionOf, type LanguageVersion } from "./language-version.ts";
import { publishedCharts } from "./published-charts.ts";
import { repliesIn } from "./published-replies.ts";
import type { PublishedColumn, PublishedRow, PublishedTable, PublishedValue } from "./published-text.ts";
import { gatheredRows, othersLine } from "./row-gathering.ts";
import { rowsInOrder } from "./row-order.ts";

/** A protected table in words, with its pictures. */
export function publishedTable(version: LanguageVersion, table: ProtectedTable): PublishedTable {
  const { t, labelOf, names, titleOf } = version;
  const { id, measure, dimensions, cells } = table;
  const [down, across] = dimensions as readonly [Dimension, Dimension?];
  const columns: PublishedColumn[] = across
    ? rowsInOrder(across, codesAt(cells, 1)).map(({ code }) => ({ code, label: labelOf(across, code) }))
    : [{ code: ALL, label: t(`briefings.table.measure.${measure}`) }];
  const valueAt = new Map(cells.map((cell) => [cell.codes.join(), printedValue(table, cell, version)]));
  const rows = rowsInOrder(down, codesAt(cells, 0)).map(({ code, level }) => ({
    code,
    label: labelOf(down, code),
    level,
    values: columns.map((column) => valueAt.get(across ? [code, column.code].join() : code) ?? null),
  }));
  const title = titleOf(table);
  const { shown: some, gathered } = gatheredRows(rows);
  const kind = chartFor(table, version.draft.specification.charts);
  const shown = labelListOf(down) === "country" ? some.filter((row) => !isNought(row)) : some;
  return {
    id,
    name: names.get(id) ?? "",
    title,
    caption: captionOf(id, version),
    measure,
    dimensions,
    isFiltered: table.where !== null,
    rowHead: t.dynamic(`briefings.table.head.${down}`),
    columns,
    rows: shown,
    others: gathered.length > 0 ? othersLine(gathered, version) : null,
    note: [noteOf(table, version), ...(shown.length < some.length ? [t("briefings.table.noughts")] : [])].join(" "),
    ...repliesIn(version, table),
    charts: publishedCharts(version, {
      kind,
      rows: drawnRows(kind, { shown, all: rows }),
      parts:
        columns.length === 1
          ? [{ id, title, place: 0 }]
          : columns.slice(0, -1).map(({ label }, place) => ({ id: `${id}-${place + 1}`, title: label, place })),
    }),
  };
}

/**
 * Groups stand for their parts, and what is all together is no bar: beside it the others would be dwarfs. A line is of
 * the finest periods, and a mark that the table gathers is a gap in it.
 */
function drawnRows(
  kind: ChartChoice,
  { shown, all }: { readonly shown: readonly PublishedRow[]; readonly all: readonly PublishedRow[] },
): readonly PublishedRow[] {
  if (kind === "line") return all.filter(({ level }) => level === "row");
  const hasGroups = shown.some(({ level }) => level === "group");
  return shown.filter(({ level }) => (hasGroups ? level === "group" : level === "row"));
}

/** Counts stand as numbers; what has a unit or is a band stands in words. */
function printedValue(table: ProtectedTable, cell: ProtectedCell, version: LanguageVersion): PublishedValue {
  if (isWithheld(cell)) return null;
  return isCount(table.measure) ? cell.value : figureWords(table, cell, version);
}

const codesAt = (cells: ProtectedTable["cells"], place: number): string[] => [
  ...new Set(cells.map(({ codes }) => codes[place] ?? "")),
];

/** Of two hundred and fifty countries nearly all have nobody in them: they stand in one sentence, as noughts. */
const isNought = ({ level, values }: PublishedRow): boolean => level === "row" && values.every((value) => value === 0);

/** Organisations are rounded, and one may stand in several rows; of cases only some dimensions allow several answers. */
function noteOf({ measure, of, dimensions }: ProtectedTable, { t }: LanguageVersion): string {
  const rounding =
    measure === "sum" && of
      ? t.dynamic(`briefings.table.rounding-sum-${kindOf(of)}`, { currency: currencyOf(of) ?? "" })
      : t.dynamic(`briefings.table.rounding-${measure}`);
  return dimensions.includes("amount_band") ? `${rounding} ${t("briefings.table.own-currency")}` : rounding;
}
