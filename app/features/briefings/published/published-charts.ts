import { directionOf } from "#app/i18n/locales.ts";
import type { LanguageVersion } from "./language-version.ts";
import { countIn, type PublishedChart, type PublishedTable } from "./published-text.ts";

/** More pictures than this beside one table are a wall of bars. */
const MOST_CHARTS = 6;

/**
 * Pictures of a table: one of its rows, or as many small ones as it has columns, all to one scale. Groups stand for
 * their parts, and what is all together is no bar: beside it the others would be dwarfs.
 */
export function publishedCharts(
  { t, drawChart, locale }: LanguageVersion,
  { id, title, columns, rows }: Pick<PublishedTable, "id" | "title" | "columns" | "rows">,
): PublishedChart[] {
  const hasGroups = rows.some(({ level }) => level === "group");
  const drawn = rows.filter(({ level }) => (hasGroups ? level === "group" : level === "row"));
  const parts = columns.length === 1 ? columns : columns.slice(0, -1);
  if (drawn.length === 0 || parts.length > MOST_CHARTS) return [];
  const withheld = t("briefings.table.withheld");
  const direction = directionOf(locale);
  const longest = Math.max(0, ...drawn.flatMap(({ values }) => parts.map((_, place) => countIn(values[place]) ?? 0)));
  return parts.flatMap((column, place) => {
    // Noughts alone are no picture; a mark is, for it may stand for something.
    if (drawn.every(({ values }) => values[place] === 0)) return [];
    const bars = drawn.map(({ label, values }) => ({ label, value: countIn(values[place]) }));
    const words = bars.map(({ label, value }) => t("briefings.chart.bar", { label, value: value ?? withheld }));
    const chart = {
      id: columns.length === 1 ? id : `${id}-${place + 1}`,
      title: columns.length === 1 ? title : column.label,
      description: t("briefings.chart.description", { bars: words.join(direction === "rtl" ? "؛ " : "; ") }),
      bars,
      longest,
    };
    return [{ ...chart, svg: drawChart({ ...chart, direction, withheld }) }];
  });
}
