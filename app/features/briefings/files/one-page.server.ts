import type { OnePage } from "#app/features/briefings/published/one-page-addressees.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { filled } from "./excerpt.ts";
import { onePageContent, SELECTIONS } from "./one-page-content.ts";
import { pagesOf } from "./pictures.server.ts";
import { printedPdf } from "./printer.server.ts";

/**
 * What one addressee is asked, on one page of A4: tagged, one language, same text and day, same bytes.
 * @param place  when it was released, and where the whole stands
 */
export async function onePagePdf(
  text: PublishedText,
  page: OnePage,
  { releasedOn, address }: { readonly releasedOn: string; readonly address: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = filled(text.onePages?.words.whole ?? "", { address: `\u2066${address}\u2069` });
  for (const selection of SELECTIONS) {
    const content = onePageContent(text, page, selection);
    const forWhom = filled(text.onePages?.words.for ?? "", { addressee: content.addressee });
    const pdf = await printedPdf("one-page.typ", {
      ...withoutPictures(text),
      releasedOn,
      whole,
      forWhom,
      page: content,
    });
    if ((await pagesOf(pdf)) === 1) return pdf;
  }
  throw new Error(`what ${page} is asked does not fit on one page`);
}

/** Nothing of the sections is printed, and their pictures are most of a text's length. */
const withoutPictures = ({ sections: _, ...text }: PublishedText) => text;
