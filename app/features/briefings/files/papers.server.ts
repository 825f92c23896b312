import { wordDocument } from "#app/features/briefings/files/word/word-document.server.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { pdfPath, type ReleaseFile, wordPath } from "#app/features/briefings/published/release-file.ts";
import { briefingPdf } from "./briefing-document.server.ts";
import { chartPictures } from "./pictures.server.ts";

const PDF = "application/pdf";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Everything that is printed of one language, from its frozen words alone.
 * @param releasedOn  ISO day
 */
export async function papersOf(text: PublishedText, releasedOn: string): Promise<ReleaseFile[]> {
  const { locale } = text;
  const word = await wordDocument(text, await chartPictures(text), releasedOn);
  return [
    { path: pdfPath(locale), mediaType: PDF, bytes: briefingPdf(text, releasedOn) },
    { path: wordPath(locale), mediaType: WORD, bytes: word },
  ];
}
