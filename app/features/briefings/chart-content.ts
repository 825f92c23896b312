import { type Direction, directionOf, type Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { PublishedRow } from "./published-text.ts";

/** Where a chart stands: on a page it takes the page's ink, also in the dark; on paper its own. */
export type Medium = "page" | "paper";

/** A horizontal bar chart, in words and numbers. */
export interface ChartContent {
  readonly id: string;
  readonly title: string;
  /** says in words what the picture shows */
  readonly description: string;
  readonly direction: Direction;
  /** null: withheld, drawn hatched and always equally long */
  readonly bars: readonly { readonly label: string; readonly value: number | null }[];
  readonly words: { readonly withheld: string; readonly axis: string };
}

/** @returns SVG without scripts, styles or links */
export type DrawChart = (chart: ChartContent, medium: Medium) => string;

interface TableShown {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly PublishedRow[];
}

export function chartContent({ id, title, rows }: TableShown, locale: Locale, t: Text): ChartContent {
  const withheld = t("briefings.table.withheld");
  const bars = rows.map(({ label, value }) => t("briefings.chart.bar", { label, value: value ?? withheld }));
  return {
    id,
    title,
    description: t("briefings.chart.description", { bars: bars.join(locale === "ar" ? "؛ " : "; ") }),
    direction: directionOf(locale),
    bars: rows.map(({ label, value }) => ({ label, value })),
    words: { withheld, axis: t("briefings.chart.axis") },
  };
}
