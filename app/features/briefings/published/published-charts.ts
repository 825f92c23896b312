import { type ChartKind, chartFor } from "#app/features/briefings/figures/chart-choice.ts";
import { placeOfDay, placeOfPeriod } from "#app/features/briefings/figures/periods.ts";
import { directionOf } from "#app/i18n/locales.ts";
import type { ChartMark } from "./chart-content.ts";
import type { LanguageVersion } from "./language-version.ts";
import {
  countIn,
  type PublishedBar,
  type PublishedChart,
  type PublishedRow,
  type PublishedTable,
} from "./published-text.ts";

/** More pictures than this beside one table are a wall of bars. */
const MOST_CHARTS = 6;

interface DrawnTable extends Pick<PublishedTable, "id" | "title" | "measure" | "dimensions" | "columns" | "rows"> {
  /** also those that the printed table gathers in a sentence */
  readonly allRows: readonly PublishedRow[];
}

/**
 * Pictures of a table, as its editor wants them: one of its rows, or as many small ones as it has columns, all to one
 * scale. They are drawn of printed cells alone, and a mark is drawn as a mark.
 */
export function publishedCharts(version: LanguageVersion, table: DrawnTable): PublishedChart[] {
  const { id, title, columns } = table;
  const kind = chartFor(table, version.draft.specification.charts);
  const parts = columns.length === 1 ? columns : columns.slice(0, -1);
  const drawn = kind === "none" ? [] : rowsFor(kind, table);
  if (kind === "none" || drawn.length === 0 || parts.length > MOST_CHARTS) return [];
  const inPicture = kind === "line" ? drawn.filter(({ code }) => placeOfPeriod(code) !== null) : drawn;
  const beside = drawn.filter((row) => !inPicture.includes(row));
  const longest = Math.max(
    0,
    ...inPicture.flatMap(({ values }) => parts.map((_, place) => countIn(values[place]) ?? 0)),
  );
  return parts.flatMap((column, place) => {
    // Noughts alone are no picture; a mark is, for it may stand for something.
    if (inPicture.every(({ values }) => values[place] === 0)) return [];
    const bars = barsOf(inPicture, place);
    const chart = {
      id: columns.length === 1 ? id : `${id}-${place + 1}`,
      title: columns.length === 1 ? title : column.label,
      kind,
      description: descriptionOf(kind, barsOf(drawn, place), version),
      bars,
      longest,
    };
    const svg = version.drawChart({
      ...chart,
      direction: directionOf(version.locale),
      withheld: version.t("briefings.table.withheld"),
      marks: kind === "line" ? marksIn(bars, version) : [],
      notes: kind === "line" ? lineNotes(bars, barsOf(beside, place), version) : [],
    });
    return [{ ...chart, svg }];
  });
}

const barsOf = (rows: readonly PublishedRow[], place: number): PublishedBar[] =>
  rows.map(({ code, label, values }) => ({ code, label, value: countIn(values[place]) }));

/**
 * Groups stand for their parts, and what is all together is no bar: beside it the others would be dwarfs. A line is of
 * the finest periods, and a mark that the table gathers is a gap in it.
 */
function rowsFor(kind: ChartKind, { rows, allRows }: DrawnTable): readonly PublishedRow[] {
  if (kind === "line") return allRows.filter(({ level }) => level === "row");
  const hasGroups = rows.some(({ level }) => level === "group");
  return rows.filter(({ level }) => (hasGroups ? level === "group" : level === "row"));
}

/** The picture in words, for those who do not see it: every figure of it. */
function descriptionOf(kind: ChartKind, bars: readonly PublishedBar[], version: LanguageVersion): string {
  return version.t(`briefings.chart.description-${kind}`, { bars: inWords(bars, version) });
}

function inWords(bars: readonly PublishedBar[], { t, locale }: LanguageVersion): string {
  const withheld = t("briefings.table.withheld");
  return bars
    .map(({ label, value }) => t("briefings.chart.bar", { label, value: value ?? withheld }))
    .join(directionOf(locale) === "rtl" ? "؛ " : "; ");
}

/** The days of the measures that lie in the time of the line. */
function marksIn(bars: readonly PublishedBar[], { measureDays, labelOf, formats, t }: LanguageVersion): ChartMark[] {
  const years = bars.map(({ code }) => Math.floor(placeOfPeriod(code) ?? 0));
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  return measureDays
    .map(({ code, day }) => ({
      at: placeOfDay(day),
      label: t("briefings.chart.bar", { label: formats.date(day), value: labelOf("measure", code) }),
    }))
    .filter(({ at }) => at >= first && at < last)
    .sort((one, other) => one.at - other.at);
}

/** What a line cannot show stands below it: rows without a place in time, and where it breaks off. */
function lineNotes(bars: readonly PublishedBar[], beside: readonly PublishedBar[], version: LanguageVersion): string[] {
  const { t, formats } = version;
  const said = beside.filter(({ value }) => value !== 0);
  const gaps = bars.filter(({ value }) => value === null).map(({ label }) => label);
  return [
    ...(gaps.length > 0 ? [t("briefings.chart.gaps", { periods: formats.list(gaps) })] : []),
    ...(said.length > 0 ? [t("briefings.chart.not-on-line", { rows: inWords(said, version) })] : []),
  ];
}
