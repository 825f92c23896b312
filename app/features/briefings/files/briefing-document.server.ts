import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { onPaper } from "./on-paper.ts";
import type { Picture } from "./pictures.server.ts";
import { printedPdf } from "./printer.server.ts";

/**
 * A briefing on paper: tagged PDF after PDF/UA-1, one language.
 * Same text and day, same bytes: the only date in the file is the day of release.
 * @param pictures   of its charts, by their ids
 * @param releasedOn  ISO day
 */
export function briefingPdf(
  text: PublishedText,
  pictures: ReadonlyMap<string, Picture>,
  releasedOn: string,
): Promise<Uint8Array<ArrayBuffer>> {
  // The standard wants to know which letter each shape is, and inside a drawing the printer does not know it for Arabic:
  // there the picture is of points. Its words, and the table beside it, say the same.
  const points = text.direction === "rtl" ? pictures : new Map<string, Picture>();
  return printedPdf("briefing.typ", { ...onPaper(text, points), releasedOn });
}
