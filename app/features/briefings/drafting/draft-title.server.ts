import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { piecesOf } from "#app/features/briefings/references/figure-reference.ts";
import { referencedText } from "#app/features/briefings/references/referenced-text.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import { withSpacesOf } from "#app/i18n/french-spaces.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";

/** Stands for a figure that nobody has computed yet. */
const NOT_YET = "…";

/**
 * What a draft is called where it is only named: in the reader's language, else in English, with figures in the place of
 * references. @returns nothing where it has no title yet
 */
export function draftTitle(
  { texts }: Pick<BriefingDraft, "texts">,
  release: ProtectedRelease | null,
  locale: Locale,
): string {
  const language = texts[locale]?.title ? locale : "en";
  const title = texts[language]?.title ?? "";
  const inPrint = release
    ? referencedText(title, { release, t: textFor(language), formats: formatsFor(language) })
    : withoutFigures(title);
  return withSpacesOf(language, inPrint);
}

const withoutFigures = (title: string): string =>
  piecesOf(title)
    .map((piece) => (piece.kind === "words" ? piece.text : piece.kind === "reference" ? NOT_YET : piece.written))
    .join("");
