import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { ChartContent } from "#app/features/briefings/published/chart-content.ts";
import { chartLayout, type Layout } from "./chart-layout.ts";
import { CHART, INK } from "./chart-theme.ts";

/**
 * Draws a table as horizontal bars. Same content, same bytes. Bars keep the order of the table and never sort by size;
 * a withheld bar has one fixed length, and the scale knows the printed figures only.
 * @returns SVG with presentation attributes only: no style, no script, no link, so that any content policy lets it stand
 */
export function drawChart(chart: ChartContent): string {
  const layout = chartLayout(chart);
  const view = new vega.View(vega.parse(compile(specOf(chart, layout)).spec), { renderer: "none" });
  try {
    return framed(chart, layout, drawn(view));
  } finally {
    view.finalize();
  }
}

/** What Vega offers for a drawing at once and does not declare; its declared way is a promise of the same text. */
interface StringRenderer {
  initialize(element: undefined, width: number, height: number, origin: readonly [number, number]): StringRenderer;
  render(scene: unknown): { svg(): string };
}
const { SVGStringRenderer } = vega as unknown as { SVGStringRenderer: new (loader: unknown) => StringRenderer };

/** With the data at hand and nothing to load, one run says everything. */
function drawn(view: vega.View): string {
  view.run();
  const { root } = view.scenegraph() as unknown as { root: unknown };
  return new SVGStringRenderer(view.loader())
    .initialize(undefined, view.width(), view.height(), [0, 0])
    .render(root)
    .svg();
}

function specOf(chart: ChartContent, { rows, scaleEnd, height }: Layout): TopLevelSpec {
  const rightToLeft = chart.direction === "rtl";
  const plotWidth = CHART.width - CHART.labelWidth - CHART.gap - CHART.figureWidth;
  const y = { field: "place", type: "ordinal", axis: null, scale: { paddingInner: 0, paddingOuter: 0 } } as const;
  const x = {
    field: "length",
    type: "quantitative",
    axis: null,
    scale: { domain: [0, scaleEnd], reverse: rightToLeft, nice: false },
  } as const;
  const atBase = { value: rightToLeft ? plotWidth : 0 };
  const outwards = rightToLeft ? "right" : "left";
  const inwards = rightToLeft ? "left" : "right";
  const sign = rightToLeft ? -1 : 1;
  const text = { type: "text", baseline: "middle", fontSize: CHART.fontSize } as const;
  return {
    width: plotWidth,
    height,
    data: { values: [...rows] },
    layer: [
      {
        mark: { type: "bar", height: CHART.barHeight, fill: INK.bar },
        encoding: { y, x },
        transform: [{ filter: "!datum.withheld" }],
      },
      {
        mark: {
          type: "bar",
          height: CHART.barHeight,
          fill: `url(#${hatchId(chart)})`,
          stroke: INK.hatch,
          strokeWidth: 1,
        },
        encoding: { y, x },
        transform: [{ filter: "datum.withheld" }],
      },
      {
        mark: { ...text, align: outwards, dx: 6 * sign, fill: INK.ink, fontWeight: 600 },
        encoding: { y, x, text: { field: "figure" } },
        transform: [{ filter: "!datum.withheld" }],
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
        transform: [{ filter: "datum.withheld" }],
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
    background: null as never,
    padding: 0,
    autosize: { type: "none" },
    config: { aria: false, view: { stroke: null } },
  } as TopLevelSpec;
}

const hatchId = ({ id }: ChartContent): string => `hatch-${id}`;

/** Puts the drawing into a frame of our own: size, words for those who do not see it, the hatch, the base line. */
function framed(chart: ChartContent, { height }: Layout, svg: string): string {
  const inner = svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<\/svg>$/, "")
    .replaceAll(/ (?:class|role|aria-[a-z]+|font-family|pointer-events|stroke-miterlimit)="[^"]*"/g, "")
    .replaceAll(/<path(?: [a-z-]+="[^"]*")* d="[^"]*"(?: display="none")?\/>/g, (path) =>
      /fill|stroke/.test(path) ? path : "",
    )
    .replaceAll(/ (?:opacity|stroke-width)="1"/g, "");
  const start = CHART.labelWidth + CHART.gap;
  const base = chart.direction === "rtl" ? CHART.width - start : start;
  const shift = chart.direction === "rtl" ? CHART.figureWidth : start;
  return [
    // Letters of an Arabic label are isolated one by one; the frame itself always counts from the left.
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART.width} ${height}" width="100%" direction="ltr" role="img" aria-labelledby="${chart.id}-name ${chart.id}-words">`,
    `<title id="${chart.id}-name">${escaped(chart.title)}</title><desc id="${chart.id}-words">${escaped(chart.description)}</desc>`,
    `<defs><pattern id="${hatchId(chart)}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" stroke="${INK.hatch}" stroke-width="2.5" fill="none"/></pattern></defs>`,
    `<g transform="translate(${shift},0)">${inner}</g>`,
    `<path d="M${base} 0v${height}" stroke="${INK.line}" fill="none"/></svg>`,
  ].join("");
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? "");
