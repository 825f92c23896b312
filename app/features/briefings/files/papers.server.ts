import { wordDocument } from "#app/features/briefings/files/word/word-document.server.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { pdfPath, type ReleaseFile, slidesPath, wordPath } from "#app/features/briefings/published/release-file.ts";
import { briefingPdf } from "./briefing-document.server.ts";
import { onePagePdf } from "./one-page.server.ts";
import { chartPictures } from "./pictures.server.ts";
import { slidesArchive } from "./slides.server.ts";

const PDF = "application/pdf";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** When a briefing was released, and where it stands. */
export interface PaperPlace {
  /** ISO day */
  readonly releasedOn: string;
  /** with its origin, as people type it */
  readonly address: string;
}

/** Everything that is printed of one language, from its frozen words alone. */
export async function papersOf(text: PublishedText, place: PaperPlace): Promise<ReleaseFile[]> {
  const { locale, onePages } = text;
  const { releasedOn } = place;
  const pictures = await chartPictures(text);
  const word = await wordDocument(text, pictures, releasedOn);
  const pages: ReleaseFile[] = [];
  for (const { page, path } of onePages?.items ?? [])
    pages.push({ path, mediaType: PDF, bytes: await onePagePdf(text, page, place) });
  const slides = await slidesArchive(text, place);
  return [
    { path: pdfPath(locale), mediaType: PDF, bytes: await briefingPdf(text, pictures, releasedOn) },
    { path: wordPath(locale), mediaType: WORD, bytes: word },
    ...pages,
    ...(slides ? [{ path: slidesPath(locale), mediaType: "application/zip", bytes: slides }] : []),
  ];
}
