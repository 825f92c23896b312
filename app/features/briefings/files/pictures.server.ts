import { gridsOf, type PublishedChart, type PublishedText } from "#app/features/briefings/published/published-text.ts";
import { inkedChart } from "./on-paper.ts";
import { palettePng } from "./palette-png.server.ts";
import { printedPages } from "./printer.server.ts";

/** A picture in points of colour, for whatever cannot draw. */
export interface Picture {
  readonly png: Uint8Array<ArrayBuffer>;
  /** pixels */
  readonly width: number;
  readonly height: number;
}

/** Pixels a point: a picture then has over 200 dots an inch on paper. */
const SCALE = 2;

/** The pictures of all tables, by the ids of their charts, set with the faces of the house. */
export async function chartPictures(text: PublishedText): Promise<ReadonlyMap<string, Picture>> {
  const charts = chartsOf(text);
  if (charts.length === 0) return new Map();
  const inked = charts.map(({ svg, description }) => ({ svg: inkedChart(svg), description }));
  const pages = printedPages("pictures.typ", { title: text.title, locale: text.locale, charts: inked });
  const pictures = await picturesOfPages(pages, SCALE);
  return new Map(charts.map(({ id }, place) => [id, pictures[place]!]));
}

export const chartsOf = ({ sections }: PublishedText): PublishedChart[] =>
  sections.flatMap((section) => gridsOf(section).flatMap(({ charts }) => charts));

/** How many pages a PDF has. */
export const pagesOf = (pdf: Uint8Array): Promise<number> => inDocument(pdf, (document) => document.countPages());

/** Each page of a PDF as a picture, on white. */
export const picturesOfPages = (pdf: Uint8Array, scale: number): Promise<Picture[]> =>
  eachPage(pdf, (page, mupdf) => {
    const pixels = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false);
    const size = { width: pixels.getWidth(), height: pixels.getHeight() };
    const png = palettePng({ ...size, rgb: pixels.getPixels() });
    pixels.destroy();
    return { ...size, png };
  });

/** Finer than this nobody sees, at the largest letters there are. */
const DECIMALS = /(\.\d{3})\d+/g;

/** Each page of a PDF as SVG of outlines: no face, picture or link in it, so that every program draws it alike. */
export const drawingsOfPages = (pdf: Uint8Array): Promise<string[]> =>
  eachPage(pdf, (page, mupdf) => {
    const buffer = new mupdf.Buffer();
    const writer = new mupdf.DocumentWriter(buffer, "svg", "text=path");
    page.run(writer.beginPage(page.getBounds()), mupdf.Matrix.identity);
    writer.endPage();
    writer.close();
    return buffer.asString().replaceAll(DECIMALS, "$1");
  });

type Mupdf = typeof import("mupdf");
type PdfPage = ReturnType<InstanceType<Mupdf["Document"]>["loadPage"]>;

const eachPage = <Made>(pdf: Uint8Array, make: (page: PdfPage, mupdf: Mupdf) => Made): Promise<Made[]> =>
  inDocument(pdf, (document, mupdf) =>
    Array.from({ length: document.countPages() }, (_, number) => {
      const page = document.loadPage(number);
      const made = make(page, mupdf);
      page.destroy();
      return made;
    }),
  );

async function inDocument<Made>(
  pdf: Uint8Array,
  make: (document: InstanceType<Mupdf["Document"]>, mupdf: Mupdf) => Made,
): Promise<Made> {
  // A release is rare, and half a megabyte of program is not kept for it.
  const mupdf = await import("mupdf");
  const document = mupdf.Document.openDocument(pdf, "application/pdf");
  try {
    return make(document, mupdf);
  } finally {
    document.destroy();
  }
}
