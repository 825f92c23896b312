import type { PublishedGrid, PublishedText } from "#app/features/briefings/published/published-text.ts";
import { PAPER_FONTS, PAPER_INK } from "./chart-theme.ts";

/**
 * The same text with its pictures in ink: a picture is drawn once, for the page, and only its colours are others here.
 * @param points  pictures that take the place of drawings, by the ids of charts
 */
export function onPaper(text: PublishedText, points: ReadonlyMap<string, Points>): PublishedText {
  const inInk = <Table extends PublishedGrid>(table: Table): Table => ({
    ...table,
    charts: table.charts.map((chart) => ({ ...chart, svg: inPoints(points.get(chart.id)) ?? inkedChart(chart.svg) })),
  });
  const sections = text.sections.map(({ survey, ...section }) => ({
    ...section,
    tables: section.tables.map(inInk),
    ...(survey && { survey: survey.map(inInk) }),
  }));
  return { ...text, sections };
}

interface Points {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The templates take drawings: one that holds nothing but the picture. */
function inPoints(picture: Points | undefined): string | null {
  if (!picture) return null;
  const { png, width, height } = picture;
  const size = `width="${width}" height="${height}"`;
  const data = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${size}><image ${size} href="${data}"/></svg>`;
}

const INKS = new RegExp(`="(${Object.keys(PAPER_INK).join("|").replaceAll(/[()]/g, "\\$&")})"`, "g");

/** A drawing with inks and faces of its own, and with the size that a page gives by its column. */
export function inkedChart(svg: string): string {
  const { width, height } = sizeOfDrawing(svg);
  const own = `width="${width}" height="${height}" font-family="${PAPER_FONTS}"`;
  return svg.replaceAll(INKS, (_, ink: keyof typeof PAPER_INK) => `="${PAPER_INK[ink]}"`).replace('width="100%"', own);
}

/** In its own units. */
export function sizeOfDrawing(svg: string): { readonly width: number; readonly height: number } {
  const [width = 1, height = 1] = (/viewBox="0 0 ([\d.]+ [\d.]+)"/.exec(svg)?.[1] ?? "").split(" ").map(Number);
  return { width, height };
}
