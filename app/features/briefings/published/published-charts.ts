import type { ChartChoice, ChartKind } from "#app/features/briefings/figures/chart-choice.ts";
import { placeOfDay, placeOfPeriod } from "#app/features/briefings/figures/periods.ts";
import { directionOf } from "#app/i18n/locales.ts";
import type { ChartMark } from "./chart-content.ts";
import type { LanguageVersion } from "./language-version.ts";
import { countIn, type PublishedBar, type PublishedChart, type PublishedRow } from "./published-text.ts";

/** More pictures than this beside one table are a wall of bars. */
const MOST_CHARTS = 6;

/** One picture: a column of a table, or all of one that has no other. */
interface DrawnPart extends Pick<PublishedChart, "id" | "title"> {
  /** of its column */
  readonly place: number;
}

interface DrawnTable {
  readonly kind: ChartChoice;
  readonly parts: readonly DrawnPart[];
  readonly rows: readonly PublishedRow[];
  /** what stands below the table and is said with the picture to those who do not see it */
  readonly note?: string | undefined;
}

/**
 * Pictures of a table, as its editor wants them: one of its rows, or as many small ones as it has columns, all to one
 * scale. They are drawn of printed cells alone, and a mark is drawn as a mark.
 */
export function publishedCharts(version: LanguageVersion, { kind, parts, rows, note }: DrawnTable): PublishedChart[] {
  if (kind === "none" || rows.length === 0 || parts.length > MOST_CHARTS) return [];
  const inPicture = kind === "line" ? rows.filter(({ code }) => placeOfPeriod(code) !== null) : rows;
  const beside = rows.filter((row) => !inPicture.includes(row));
  const longest = Math.max(
    0,
    ...inPicture.flatMap(({ values }) => parts.map(({ place }) => countIn(values[place]) ?? 0)),
  );
  // Without one printed figure there is no scale, and marks alone show nothing.
  if (longest === 0) return [];
  return parts.flatMap(({ id, title, place }) => {
    // Noughts alone are no picture; a mark is, for it may stand for something.
    if (inPicture.every(({ values }) => values[place] === 0)) return [];
    const bars = barsOf(inPicture, place);
    const said = descriptionOf(kind, barsOf(rows, place), version);
    const chart = { id, title, kind, description: note ? `${said} ${note}` : said, bars, longest };
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
