import type { ChartContent } from "#app/features/briefings/published/chart-content.ts";
import { isolatedFor, wrapped } from "./chart-frame.ts";
import { CHART } from "./chart-theme.ts";

/** One bar, measured: what the drawing needs and nothing it could leak. */
export interface LaidOutRow {
  readonly place: number;
  readonly lines: readonly string[];
  /** pixels by which the first line stands above the middle of its bar; negative is up */
  readonly lift: number;
  /** in units of the scale */
  readonly length: number;
  readonly figure: string;
  readonly withheld: boolean;
}

export interface Layout {
  readonly rows: readonly LaidOutRow[];
  /** where the scale ends: at the longest printed bar */
  readonly scaleEnd: number;
  readonly height: number;
}

/** Places and lengths of the bars, in pixels but for `length` and `scaleEnd`, which are organisations. */
export function chartLayout({ bars, longest, direction, withheld }: ChartContent): Layout {
  const isolated = isolatedFor({ direction });
  const scaleEnd = Math.max(1, longest);
  const plotWidth = CHART.width - CHART.labelWidth - CHART.gap - CHART.figureWidth;
  const withheldLength = (scaleEnd * CHART.withheldLength) / plotWidth;
  const wrapped = bars.map(({ label }) => wrap(label));
  const mostLines = Math.max(1, ...wrapped.map((lines) => lines.length));
  const rowHeight = CHART.rowHeight + (mostLines - 1) * (CHART.lineHeight - 4);
  return {
    rows: bars.map(({ value }, place) => ({
      place,
      lines: (wrapped[place] ?? []).map(isolated),
      lift: (-((wrapped[place] ?? []).length - 1) * CHART.lineHeight) / 2,
      length: value ?? withheldLength,
      figure: value === null ? isolated(withheld) : String(value),
      withheld: value === null,
    })),
    scaleEnd,
    height: rowHeight * bars.length,
  };
}

/** Breaks a label between words; a third line ends the label with a mark, as the table beside it has all of it. */
function wrap(label: string): string[] {
  const lines = wrapped(label, CHART.labelLetters);
  return lines.length <= 2 ? lines : [lines[0] ?? "", `${lines[1]} …`];
}
