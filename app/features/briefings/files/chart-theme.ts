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
  labelLetters: 29,
  /** words below a picture */
  noteSize: 13,
  noteLine: 19,
  noteLetters: 92,
} as const;

/** The look of the house, lent by the page a chart stands on, so that it is readable in the dark too. */
export const INK = {
  bar: "var(--glacier)",
  hatch: "var(--line-strong)",
  ink: "currentColor",
  inkSecond: "var(--ink-second)",
  line: "var(--line-strong)",
  ground: "var(--paper)",
} as const;

/** What stands for these on paper. */
export const PAPER_INK: Readonly<Record<(typeof INK)[keyof typeof INK], string>> = {
  "var(--glacier)": "#0b6670",
  "var(--line-strong)": "#7c888d",
  currentColor: "#16242b",
  "var(--ink-second)": "#4b5c64",
  "var(--paper)": "#ffffff",
};

/** Named on paper only: on a page the chart inherits the page's faces. */
export const PAPER_FONTS = "Noto Sans, Noto Sans Arabic";
