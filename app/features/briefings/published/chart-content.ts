import type { Direction } from "#app/i18n/locales.ts";
import type { PublishedChart } from "./published-text.ts";

/** Where a chart stands: on a page it takes the page's ink, also in the dark; on paper its own. */
export type Medium = "page" | "paper";

/** A horizontal bar chart, in words and numbers. A withheld bar is drawn hatched and is always equally long. */
export interface ChartContent extends Omit<PublishedChart, "svg"> {
  readonly direction: Direction;
  readonly withheld: string;
}

/** @returns SVG without scripts, styles or links */
export type DrawChart = (chart: ChartContent, medium: Medium) => string;
