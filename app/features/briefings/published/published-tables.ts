import type { ProtectedTable } from "#app/features/briefings/figures/first-release-tables.ts";
import { directionOf } from "#app/i18n/locales.ts";
import { chartOf } from "./chart-content.ts";
import { captionOf, type LanguageVersion } from "./language-version.ts";
import type { PublishedRow, PublishedTable } from "./published-text.ts";

/** More withheld rows than this are named in one sentence below the table: their codes are the same news in fewer lines. */
const MOST_MARKED_ROWS = 6;

/** A protected table in words, with its picture. */
export function publishedTable(version: LanguageVersion, { id, dimension, cells }: ProtectedTable): PublishedTable {
  const { t, formats, labelOf, names, drawChart, locale } = version;
  const direction = directionOf(locale);
  const words = { withheld: t("briefings.table.withheld") };
  const rows = cells.map(({ code, value }) => ({ code, label: labelOf(dimension, code), value }));
  const withheld = rows.filter(({ value }) => value === null);
  const gathered = withheld.length > MOST_MARKED_ROWS ? withheld : [];
  const shown = gathered.length > 0 ? rows.filter(({ value }) => value !== null) : rows;
  const title = t.dynamic(`briefings.table.title.${dimension}`);
  const chart = { description: chartDescription(shown, version), svg: "" };
  return {
    id,
    name: names.get(dimension) ?? "",
    title,
    caption: captionOf(dimension, version),
    rowHead: t.dynamic(`briefings.table.head.${dimension}`),
    rows: shown,
    others: gathered.length > 0 ? othersLine(gathered, { t, formats }) : null,
    chart: { ...chart, svg: drawChart(chartOf({ id, title, rows: shown, chart }, { direction, words }), "page") },
  };
}

function othersLine(gathered: readonly PublishedRow[], { t, formats }: Pick<LanguageVersion, "t" | "formats">): string {
  const names = formats.list(gathered.map(({ label }) => label));
  return t("briefings.table.others", { count: gathered.length, names });
}

/** The picture in words, for those who do not see it. */
function chartDescription(rows: readonly PublishedRow[], { t, locale }: LanguageVersion): string {
  const withheld = t("briefings.table.withheld");
  const bars = rows.map(({ label, value }) => t("briefings.chart.bar", { label, value: value ?? withheld }));
  return t("briefings.chart.description", { bars: bars.join(directionOf(locale) === "rtl" ? "؛ " : "; ") });
}
