import { type BriefingText, PARTS, partOf, withPart } from "#app/features/briefings/briefing.ts";
import type { Counted } from "#app/features/briefings/figures/figure-cell.ts";
import { figureWords as printedWords } from "#app/features/briefings/figures/figure-words.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import type { Formats } from "#app/i18n/formats.ts";
import { withSpacesOf } from "#app/i18n/french-spaces.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import { type FigureAt, figureAt } from "./figure-at.ts";
import { type FigureReference, piecesOf } from "./figure-reference.ts";

/** What turns cells into words of one language. */
export interface FigureWords {
  readonly release: ProtectedRelease;
  readonly t: Text;
  readonly formats: Formats;
}

/** A text as it is printed: each reference replaced by what its cell says on this day. */
export function referencedText(text: string, words: FigureWords): string {
  return piecesOf(text)
    .map((piece) => {
      if (piece.kind === "words") return piece.text;
      if (piece.kind === "broken") return missing(piece.written, words);
      const { reference, written } = piece;
      const figure = figureAt(words.release, reference);
      return figure.kind === "missing" ? missing(written, words) : figureWords(figure, reference, words);
    })
    .join("");
}

/** Every part of one language, printed. */
export function referencedTexts(text: BriefingText, words: FigureWords, locale: Locale): BriefingText {
  const inPrint = (typed: string) => withSpacesOf(locale, referencedText(typed, words));
  return PARTS.reduce((printed, part) => withPart(printed, part, inPrint(partOf(text, part))), text);
}

/** What a cell says: its number, or a word that nobody takes for one. */
export function figureWords(
  figure: Exclude<FigureAt, { kind: "missing" }>,
  { withUnit }: Pick<FigureReference, "withUnit">,
  { t, formats }: Pick<FigureWords, "t" | "formats">,
): string {
  if (figure.kind === "more_than_five") return t(`briefings.reference.more-than-five${withUnit ? "-unit" : ""}`);
  // What has a unit of its own says it anyway.
  const unit = withUnit ? unitOf(figure.measure) : null;
  if (figure.kind === "withheld")
    return t(unit ? `briefings.reference.withheld-${unit}` : "briefings.reference.withheld");
  if (unit) return t(`briefings.reference.${unit}`, { count: figure.value ?? 0 });
  return printedWords(figure, figure, { t, formats });
}

/** Those who answer a survey are organisations, one answer each. */
function unitOf(measure: Counted): "organisations" | "cases" | null {
  if (measure === "answers") return "organisations";
  return measure === "organisations" || measure === "cases" ? measure : null;
}

/** Only a preview prints this: with such a place nothing goes to review. */
const missing = (written: string, { t }: FigureWords) => t("briefings.reference.missing", { reference: written });
