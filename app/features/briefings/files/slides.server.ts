import { gridsOf, type PublishedGrid, type PublishedText } from "#app/features/briefings/published/published-text.ts";
import type { ReleaseFile } from "#app/features/briefings/published/release-file.ts";
import { escaped } from "./chart-frame.ts";
import { zipped } from "./data-package.server.ts";
import { inkedChart, sizeOfDrawing } from "./on-paper.ts";
import { drawingsOfPages, picturesOfPages } from "./pictures.server.ts";
import { printedPages } from "./printer.server.ts";

/** Points to pixels: 1600 by 900. */
const SCALE = 4 / 3;

interface Slide {
  readonly id: string;
  readonly title: string;
  /** the column that it shows, where a table has several pictures */
  readonly part: string | null;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly note: string;
  readonly source: string;
}

/**
 * Every printed picture as a slide of its own, as a drawing and as points, in one archive: for other people's slides.
 * @returns null where a briefing has no picture
 */
export async function slidesArchive(
  text: PublishedText,
  { releasedOn, address }: { readonly releasedOn: string; readonly address: string },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const slides = text.sections.flatMap(gridsOf).flatMap((table) => slidesOf(table, text, address));
  if (slides.length === 0) return null;
  const { title, locale, direction } = text;
  const pages = printedPages("slides.typ", { title, locale, direction, slides });
  const pictures = await picturesOfPages(pages, SCALE);
  const drawings = await drawingsOfPages(pages);
  const files = slides.flatMap((slide, place): ReleaseFile[] => {
    const name = `${String(place + 1).padStart(2, "0")}-${slide.id}`;
    const svg = withWords(drawings[place] ?? "", slide, locale);
    return [
      { path: `${name}.svg`, mediaType: "image/svg+xml", bytes: new TextEncoder().encode(svg) },
      { path: `${name}.png`, mediaType: "image/png", bytes: pictures[place]!.png },
    ];
  });
  return zipped(files, releasedOn);
}

function slidesOf({ caption, note, charts }: PublishedGrid, text: PublishedText, address: string): Slide[] {
  return charts.map(({ id, title, svg, description }) => ({
    id,
    title: caption,
    part: charts.length > 1 ? title : null,
    svg: inkedChart(svg),
    ...sizeOfDrawing(svg),
    description,
    note,
    source: `${text.title}. ${text.kicker}, ${text.date}. \u2066${address}\u2069`,
  }));
}

/** The printer draws letters as outlines: without words of its own the picture would be dumb for a screen reader. */
const withWords = (svg: string, { id, title, description }: Slide, locale: string): string =>
  svg.replace(
    /<svg [^>]*>/,
    (head) =>
      `${head.slice(0, -1)} role="img" xml:lang="${locale}" aria-labelledby="${id}-name ${id}-words"><title id="${id}-name">${escaped(title)}</title><desc id="${id}-words">${escaped(description)}</desc>`,
  );
