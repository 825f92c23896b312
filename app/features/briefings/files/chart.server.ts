import * as vega from "vega";
import { compile } from "vega-lite";
import type { ChartKind } from "#app/features/briefings/figures/chart-choice.ts";
import type { ChartContent } from "#app/features/briefings/published/chart-content.ts";
import { barPicture } from "./bar-chart.ts";
import { type ChartPicture, framed } from "./chart-frame.ts";
import { linePicture } from "./line-chart.ts";
import { mapPicture } from "./map-chart.server.ts";

const PICTURES: Record<ChartKind, (chart: ChartContent) => ChartPicture> = {
  bar: barPicture,
  dot: barPicture,
  line: linePicture,
  map: mapPicture,
};

/**
 * Draws printed figures. Same content, same bytes. Rows keep the order of the table and never sort by size; what is
 * withheld has one fixed size, and scales know the printed figures only.
 * @returns SVG with presentation attributes only: no style, no script, no link, so that any content policy lets it stand
 */
export function drawChart(chart: ChartContent): string {
  const picture = PICTURES[chart.kind](chart);
  const view = new vega.View(vega.parse(compile(picture.spec).spec), { renderer: "none" });
  try {
    return framed(chart, picture, plain(drawn(view)));
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

/** Frees a drawing of what a page does not need or may not have. */
const plain = (svg: string): string =>
  svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<\/svg>$/, "")
    .replaceAll(/ (?:class|role|aria-[a-z]+|font-family|pointer-events|stroke-miterlimit)="[^"]*"/g, "")
    // Nothing reaches beyond its frame, so nothing is cut.
    .replaceAll(/<clipPath.*?<\/clipPath>| clip-path="[^"]*"/g, "")
    .replaceAll(/<path(?: [a-z-]+="[^"]*")* d="[^"]*"(?: [a-z-]+="[^"]*")*\/>/g, (path) =>
      /fill|stroke/.test(path) ? path : "",
    )
    .replaceAll(/ (?:opacity|stroke-width)="1"/g, "");
