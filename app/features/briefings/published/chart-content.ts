import type { Direction } from "#app/i18n/locales.ts";
import type { PublishedChart } from "./published-text.ts";

/** A horizontal bar chart, in words and numbers. A withheld bar is drawn hatched and is always equally long. */
export interface ChartContent extends Omit<PublishedChart, "svg"> {
  readonly direction: Direction;
  readonly withheld: string;
}

/** @returns SVG in the ink of the page around it, without scripts, styles or links */
export type DrawChart = (chart: ChartContent) => string;
