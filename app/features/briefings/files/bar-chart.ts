import type { TopLevelSpec } from "vega-lite";
import type { ChartContent } from "#app/features/briefings/published/chart-content.ts";
import { BARE, type ChartPicture, hatchId, hatchOf } from "./chart-frame.ts";
import { chartLayout, type Layout } from "./chart-layout.ts";
import { CHART, INK } from "./chart-theme.ts";

const START = CHART.labelWidth + CHART.gap;
const PLOT_WIDTH = CHART.width - START - CHART.figureWidth;

/** Horizontal bars, or dots at the end of a thin line: one a row, its name before it and its figure behind it. */
export function barPicture(chart: ChartContent): ChartPicture {
  const layout = chartLayout(chart);
  const isRightToLeft = chart.direction === "rtl";
  const base = isRightToLeft ? CHART.width - START : START;
  return {
    spec: specOf(chart, layout),
    height: layout.height,
    shift: isRightToLeft ? CHART.figureWidth : START,
    defs: hatchOf(chart),
    around: `<path d="M${base} 0v${layout.height}" stroke="${INK.line}" fill="none"/>`,
  };
}

function specOf(chart: ChartContent, { rows, scaleEnd, height }: Layout): TopLevelSpec {
  const rightToLeft = chart.direction === "rtl";
  const y = { field: "place", type: "ordinal", axis: null, scale: { paddingInner: 0, paddingOuter: 0 } } as const;
  const x = {
    field: "length",
    type: "quantitative",
    axis: null,
    scale: { domain: [0, scaleEnd], reverse: rightToLeft, nice: false },
  } as const;
  const atBase = { value: rightToLeft ? PLOT_WIDTH : 0 };
  const outwards = rightToLeft ? "right" : "left";
  const inwards = rightToLeft ? "left" : "right";
  const sign = rightToLeft ? -1 : 1;
  const text = { type: "text", baseline: "middle", fontSize: CHART.fontSize } as const;
  const printed = { transform: [{ filter: "!datum.withheld" }] };
  const withheld = { transform: [{ filter: "datum.withheld" }] };
  const isDot = chart.kind === "dot";
  const bars = [{ mark: { type: "bar", height: CHART.barHeight, fill: INK.bar }, encoding: { y, x }, ...printed }];
  const dots = [
    { mark: { type: "bar", height: 1.5, fill: INK.line }, encoding: { y, x }, ...printed },
    {
      mark: { type: "point", shape: "circle", size: 110, filled: true, opacity: 1, fill: INK.bar },
      encoding: { y, x },
      ...printed,
    },
  ];
  const beside = (isDot ? 12 : 6) * sign;
  return {
    width: PLOT_WIDTH,
    height,
    data: { values: [...rows] },
    layer: [
      ...(isDot ? dots : bars),
      {
        mark: {
          type: "bar",
          height: CHART.barHeight,
          fill: `url(#${hatchId(chart)})`,
          stroke: INK.hatch,
          strokeWidth: 1,
        },
        encoding: { y, x },
        ...withheld,
      },
      {
        mark: { ...text, align: outwards, dx: beside, fill: INK.ink, fontWeight: 600 },
        encoding: { y, x, text: { field: "figure" } },
        ...printed,
      },
      {
        mark: {
          ...text,
          align: outwards,
          dx: 6 * sign,
          fill: INK.inkSecond,
          fontStyle: rightToLeft ? "normal" : "italic",
        },
        encoding: { y, x, text: { field: "figure" } },
        ...withheld,
      },
      {
        mark: {
          ...text,
          align: inwards,
          lineHeight: CHART.lineHeight,
          dx: -CHART.gap * sign,
          dy: { expr: "datum.lift" },
          fill: INK.ink,
        },
        encoding: { y, x: atBase, text: { field: "lines" } },
      },
    ],
    ...BARE,
  } as TopLevelSpec;
}
