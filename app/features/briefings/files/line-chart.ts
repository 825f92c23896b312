import type { TopLevelSpec } from "vega-lite";
import { placeOfPeriod } from "#app/features/briefings/figures/periods.ts";
import type { ChartContent, ChartMark } from "#app/features/briefings/published/chart-content.ts";
import { BARE, type ChartPicture, hatchId, hatchOf, wordsBelow, wrapped } from "./chart-frame.ts";
import { CHART, INK } from "./chart-theme.ts";

/** Pixels. The plot is as wide as the frame, but for what letters at its ends need. */
const LINE = { side: 24, row: 15, gap: 12, plot: 190, figure: 24, years: 26, nearest: 15, withheld: 26 } as const;
const PLOT_WIDTH = CHART.width - 2 * LINE.side;

/** A rule at the day of a measure; its number stands in a row of its own where its neighbour's is too near. */
interface PlacedMark {
  readonly x: number;
  readonly row: number;
  readonly number: string;
}

/**
 * Printed figures over time, with the days of measures as dashed rules. Rules have numbers and the numbers a key, for
 * seven listings lie within one year. Where a figure is withheld, the line breaks off and a hatched bar stands.
 */
export function linePicture(chart: ChartContent): ChartPicture {
  const at = placing(chart);
  const marks = placedMarks(chart.marks, at);
  const rows = Math.max(0, ...marks.map(({ row }) => row + 1));
  const top = rows * LINE.row + (rows > 0 ? LINE.gap : 0);
  const base = top + LINE.figure + LINE.plot;
  const key = chart.marks.map(({ label }, place) => `${place + 1} – ${label}`);
  const notes = chart.notes.flatMap((note) => wrapped(note, CHART.noteLetters));
  const below = wordsBelow(chart, [...key, ...notes], base + LINE.years);
  return {
    spec: specOf(chart, { at, marks, base }),
    height: below.bottom + 4,
    shift: LINE.side,
    defs: hatchOf(chart),
    around: `<path d="M${LINE.side} ${base}h${PLOT_WIDTH}" stroke="${INK.line}" fill="none"/>${below.svg}`,
  };
}

type Placing = (years: number) => number;

/** Whole years from side to side; in Arabic time goes to the left. */
function placing({ bars, direction }: ChartContent): Placing {
  const [first, end] = yearsOf(bars);
  const along = (years: number) => ((years - first) / (end - first)) * PLOT_WIDTH;
  return (years) => Math.round((direction === "rtl" ? PLOT_WIDTH - along(years) : along(years)) * 10) / 10;
}

function yearsOf(bars: ChartContent["bars"]): readonly [first: number, end: number] {
  const years = bars.map(({ code }) => Math.floor(placeOfPeriod(code) ?? 0));
  return [Math.min(...years), Math.max(...years) + 1];
}

function placedMarks(marks: readonly ChartMark[], at: Placing): PlacedMark[] {
  const ends: number[] = [];
  return marks.map((mark, place) => {
    const x = at(mark.at);
    const free = ends.findIndex((end) => Math.abs(x - end) >= LINE.nearest);
    const row = free < 0 ? ends.length : free;
    ends[row] = x;
    return { x, row, number: String(place + 1) };
  });
}

interface Plot {
  readonly at: Placing;
  readonly marks: readonly PlacedMark[];
  readonly base: number;
}

/** Everything is placed in pixels before, so that the drawing holds places and no figure that is not printed. */
function specOf(chart: ChartContent, { at, marks, base }: Plot): TopLevelSpec {
  const [first, end] = yearsOf(chart.bars);
  const height = (value: number) => base - (value / Math.max(1, chart.longest)) * LINE.plot;
  let stretch = 0;
  const points = chart.bars.map(({ code, value }) => {
    if (value === null) stretch += 1;
    return { x: at(placeOfPeriod(code) ?? first), value, stretch };
  });
  const printed = points.flatMap(({ x, value, stretch }) =>
    value === null ? [] : [{ x, y: height(value), stretch, figure: String(value) }],
  );
  const withheld = points
    .filter(({ value }) => value === null)
    .map(({ x }) => ({ x, y: base - LINE.withheld, end: base }));
  const years = Array.from({ length: end - first }, (_, place) => ({
    x: at(first + place + 0.5),
    year: String(first + place),
  }));
  const x = { field: "x", type: "quantitative", scale: null, axis: null } as const;
  const y = { field: "y", type: "quantitative", scale: null, axis: null } as const;
  const text = { type: "text", fontSize: CHART.noteSize, fill: INK.ink } as const;
  const rules = marks.map(({ x, row, number }) => ({ x, y: row * LINE.row + LINE.row, end: base, number }));
  return {
    width: PLOT_WIDTH,
    height: base,
    layer: [
      layerOf(rules, { type: "rule", stroke: INK.inkSecond, strokeDash: [3, 3] }, { x, y, y2: { field: "end" } }),
      layerOf(rules, { ...text, fontWeight: 600, dy: -7, fill: INK.inkSecond }, { x, y, text: { field: "number" } }),
      layerOf(printed, { type: "line", stroke: INK.bar, strokeWidth: 2.5 }, { x, y, detail: { field: "stretch" } }),
      layerOf(printed, { type: "point", shape: "circle", size: 45, filled: true, opacity: 1, fill: INK.bar }, { x, y }),
      ...halo(
        printed,
        { ...text, fontSize: CHART.fontSize, fontWeight: 600, dy: -13 },
        { x, y, text: { field: "figure" } },
      ),
      layerOf(
        withheld,
        { type: "bar", width: 12, fill: `url(#${hatchId(chart)})`, stroke: INK.hatch, strokeWidth: 1 },
        { x, y, y2: { field: "end" } },
      ),
      layerOf(years, { ...text, y: base, dy: 14 }, { x, text: { field: "year" } }),
    ].filter(({ data }) => data.values.length > 0),
    ...BARE,
  } as unknown as TopLevelSpec;
}

function layerOf(values: readonly object[], mark: object, encoding: object) {
  return { data: { values }, mark, encoding };
}

/** Words that can be read over lines and patterns: the same on a broad edge of the ground first. */
export const halo = (values: readonly object[], mark: object, encoding: object) => [
  layerOf(values, { ...mark, stroke: INK.ground, strokeWidth: 4, strokeJoin: "round", fill: INK.ground }, encoding),
  layerOf(values, mark, encoding),
];
