import type { TopLevelSpec } from "vega-lite";
import type { ChartContent } from "#app/features/briefings/published/chart-content.ts";
import { REGIONAL_GROUPS, type RegionalGroup } from "#app/features/registers/regional-groups.ts";
import { BARE, type ChartPicture, hatchId, hatchOf, isolatedFor, wordsBelow } from "./chart-frame.ts";
import { CHART, INK } from "./chart-theme.ts";
import { halo } from "./line-chart.ts";
import { shortOutlines } from "./short-outlines.ts";
import { regionOutlines } from "./world-regions.server.ts";

/** Where the figure of a region stands: longitude and latitude, well inside its largest lands. */
const ANCHORS: Record<RegionalGroup, readonly (readonly [number, number])[]> = {
  africa: [[20, 3]],
  asia_pacific: [[93, 32]],
  eastern_europe: [[75, 61]],
  latin_america_and_caribbean: [[-58, -12]],
  western_europe_and_others: [
    [-102, 45],
    [134, -25],
    [4, 47],
  ],
};
const LETTERS = { ltr: ["A", "B", "C", "D", "E"], rtl: ["أ", "ب", "ج", "د", "هـ"] } as const;

/** Pixels; the land from 84 degrees north to 56 south. */
const MAP = { height: 280, scale: 117, equator: 155, gap: 8, swatch: 15, scaleHeight: 26 } as const;
const CLASSES = 5;
/** Widths of the stripes of a class, in six pixels: light to dark, also without colours; the last is full. */
const STRIPES = [0.7, 1.7, 2.9, 4.3, 6] as const;

/**
 * Regional groups on a map of equal areas, in five steps of stripes, each with its figure. A figure that is withheld is
 * hatched the other way; rows without a place on earth stand in the key alone.
 */
export function mapPicture(chart: ChartContent): ChartPicture {
  const regions = REGIONAL_GROUPS.flatMap((region, place) => {
    const bar = chart.bars.find(({ code }) => code === region);
    return bar ? [{ region, letter: LETTERS[chart.direction][place] ?? "", value: bar.value, label: bar.label }] : [];
  });
  const step = stepOf(chart.longest);
  const fillOf = (value: number | null) =>
    value === null ? `url(#${hatchId(chart)})` : classFill(chart.id, value, step);
  const fills = new Map(regions.map(({ region, value }) => [region, fillOf(value)]));
  const key = keyOf(chart, regions);
  const scale = scaleOf(chart, step, MAP.height + MAP.gap);
  const words = wordsBelow(chart, key, MAP.height + MAP.gap + MAP.scaleHeight);
  return {
    spec: specOf(regions, fills),
    height: words.bottom + 4,
    shift: 0,
    defs: `${hatchOf(chart)}${STRIPES.slice(0, -1)
      .map((width, place) => stripe(chart.id, place, width))
      .join("")}`,
    around: `${scale}${words.svg}`,
    shorten: shortOutlines,
  };
}

interface ShownRegion {
  readonly region: RegionalGroup;
  readonly letter: string;
  readonly value: number | null;
  readonly label: string;
}

/** What printed figures are rounded to. */
const GRAIN = 5;
/** How many units a class holds, so that its ends are printed figures too. */
const stepOf = (longest: number): number => Math.max(GRAIN, Math.ceil(longest / CLASSES / GRAIN) * GRAIN);
const classOf = (value: number, step: number): number => Math.min(CLASSES, Math.ceil(value / step)) - 1;
const stripeId = (id: string, place: number): string => `stripe-${place + 1}-${id}`;

function classFill(id: string, value: number, step: number): string {
  const place = classOf(value, step);
  if (place < 0) return INK.ground;
  return place === CLASSES - 1 ? INK.bar : `url(#${stripeId(id, place)})`;
}

/** As wide as the picture, so that no tile ends within it. */
const stripe = (id: string, place: number, width: number): string =>
  `<pattern id="${stripeId(id, place)}" width="${CHART.width}" height="6" patternUnits="userSpaceOnUse"><path d="M0 3h${CHART.width}" stroke="${INK.bar}" stroke-width="${width}" fill="none"/></pattern>`;

function keyOf(chart: ChartContent, regions: readonly ShownRegion[]): string[] {
  const isolated = isolatedFor(chart);
  const figure = (value: number | null) => (value === null ? chart.withheld : String(value));
  const placed = regions.map(({ letter, label, value }) => `${letter} – ${isolated(label)} · ${figure(value)}`);
  const others = chart.bars.filter(({ code }) => !regions.some(({ region }) => region === code));
  return [...placed, ...others.map(({ label, value }) => `${isolated(label)} · ${figure(value)}`)];
}

const rangeWords = (least: number, most: number): string => (least === most ? `${most}` : `${least}–${most}`);

/** The five steps with what they stand for, and the hatch where something is withheld. */
function scaleOf(chart: ChartContent, step: number, top: number): string {
  const isRightToLeft = chart.direction === "rtl";
  const steps = Array.from({ length: CLASSES }, (_, place) => ({
    fill: classFill(chart.id, (place + 1) * step, step),
    words: rangeWords(place * step + GRAIN, (place + 1) * step),
  }));
  const hasMark = chart.bars.some(({ value }) => value === null);
  const shown = hasMark ? [...steps, { fill: `url(#${hatchId(chart)})`, words: chart.withheld }] : steps;
  const width = CHART.width / shown.length;
  return shown
    .map(({ fill, words }, place) => {
      const start = isRightToLeft ? CHART.width - 1 - place * width : place * width;
      const swatch = isRightToLeft ? start - 24 : start;
      const [x, anchor] = isRightToLeft ? [start - 30, ' text-anchor="end"'] : [start + 30, ""];
      return [
        `<path d="M${round(swatch + 0.5)} ${top + 0.5}h24v${MAP.swatch}h-24z" fill="${fill}" stroke="${INK.line}"/>`,
        `<text${anchor} transform="translate(${round(x)},${top + 12})" font-size="${CHART.noteSize}px" fill="${INK.inkSecond}">${words}</text>`,
      ].join("");
    })
    .join("");
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

function specOf(regions: readonly ShownRegion[], fills: ReadonlyMap<RegionalGroup, string>): TopLevelSpec {
  const outlines = regionOutlines().map((outline) => ({
    ...outline,
    fill: fills.get(outline.properties.region) ?? INK.ground,
  }));
  const figures = regions.flatMap(({ region, letter, value }) =>
    ANCHORS[region].map(([longitude, latitude]) => ({
      longitude,
      latitude,
      figure: `${letter} ${value === null ? "" : value}`.trim(),
    })),
  );
  const encoding = {
    longitude: { field: "longitude", type: "quantitative" },
    latitude: { field: "latitude", type: "quantitative" },
    text: { field: "figure" },
  };
  const text = { type: "text", fontSize: CHART.fontSize, fontWeight: 700, fill: INK.ink, baseline: "middle" };
  return {
    width: CHART.width,
    height: MAP.height,
    projection: { type: "equalEarth", scale: MAP.scale, translate: [CHART.width / 2, MAP.equator] },
    layer: [
      {
        data: { values: outlines },
        mark: { type: "geoshape", stroke: INK.line, strokeWidth: 0.7 },
        encoding: { fill: { field: "fill", type: "nominal", scale: null, legend: null } },
      },
      ...halo(figures, text, encoding),
    ],
    ...BARE,
  } as unknown as TopLevelSpec;
}
