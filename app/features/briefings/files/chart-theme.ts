import type { Medium } from "#app/features/briefings/published/chart-content.ts";

interface Colours {
  readonly bar: string;
  readonly hatch: string;
  readonly ink: string;
  readonly inkSecond: string;
  readonly line: string;
}

/** Lengths in pixels of the picture, which is scaled as a whole. */
export const CHART = {
  width: 640,
  labelWidth: 232,
  gap: 10,
  /** room at the end of the longest bar for its figure */
  figureWidth: 72,
  /** every withheld bar, whatever it stands for */
  withheldLength: 56,
  barHeight: 18,
  rowHeight: 30,
  lineHeight: 16,
  fontSize: 14,
  /** letters that fit into a line of a label, at about half the font size each */
  labelLetters: 31,
} as const;

/** The look of the house; a page lends its own colours, so that a chart is readable in the dark too. */
export const COLOURS: Record<Medium, Colours> = {
  page: {
    bar: "var(--glacier)",
    hatch: "var(--line-strong)",
    ink: "currentColor",
    inkSecond: "var(--ink-second)",
    line: "var(--line-strong)",
  },
  paper: { bar: "#0b6670", hatch: "#7c888d", ink: "#16242b", inkSecond: "#4b5c64", line: "#7c888d" },
};

/** Named on paper only: on a page the chart inherits the page's faces. */
export const PAPER_FONTS = "Noto Sans, Noto Sans Arabic";
