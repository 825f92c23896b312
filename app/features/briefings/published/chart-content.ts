import type { Direction } from "#app/i18n/locales.ts";
import type { PublishedChart } from "./published-text.ts";

/** A picture in words and numbers. What is withheld is drawn hatched, and always equally large. */
export interface ChartContent extends Omit<PublishedChart, "svg"> {
  readonly direction: Direction;
  readonly withheld: string;
  /** days that a line is to be read against, the oldest first */
  readonly marks: readonly ChartMark[];
  /** sentences below it: what is not in it, and why */
  readonly notes: readonly string[];
}

export interface ChartMark {
  /** in years: 2025.5 is the middle of 2025 */
  readonly at: number;
  readonly label: string;
}

/** @returns SVG in the ink of the page around it, without scripts, styles or links */
export type DrawChart = (chart: ChartContent) => string;
