import type { Direction } from "#app/i18n/locales.ts";
import type { PublishedTable, PublishedText } from "./published-text.ts";

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
  readonly withheld: string;
}

/** @returns SVG without scripts, styles or links */
export type DrawChart = (chart: ChartContent, medium: Medium) => string;

/** The picture of a published table shows its rows, in their order, and nothing else. */
export function chartOf(
  { id, title, rows, chart }: Pick<PublishedTable, "id" | "title" | "rows" | "chart">,
  { direction, words }: Pick<PublishedText, "direction"> & { readonly words: { readonly withheld: string } },
): ChartContent {
  return { id, title, description: chart?.description ?? "", direction, bars: rows, withheld: words.withheld };
}
