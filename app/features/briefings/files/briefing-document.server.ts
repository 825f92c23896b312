import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { onPaper } from "./on-paper.ts";
import { printedPdf } from "./printer.server.ts";

/**
 * A briefing on paper: tagged PDF after PDF/UA-1, one language.
 * Same text and day, same bytes: the only date in the file is the day of release.
 * @param releasedOn  ISO day
 */
export function briefingPdf(text: PublishedText, releasedOn: string): Uint8Array<ArrayBuffer> {
  return printedPdf("briefing.typ", { ...onPaper(text), releasedOn });
}
