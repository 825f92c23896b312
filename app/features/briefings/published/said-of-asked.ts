import type { FigureCell } from "#app/features/briefings/figures/figure-cell.ts";
import { figureWords } from "#app/features/briefings/figures/figure-words.ts";
import { printedPercent } from "#app/features/surveys/publishing/protected-survey.ts";
import type { LanguageVersion } from "./language-version.ts";

/**
 * A figure of a survey with how many were asked, and its share where one is printed: "21 of 60 organisations asked (35%)".
 * @returns null where nobody was asked, or where how many is withheld
 */
export function saidOfAsked(
  figure: Omit<FigureCell, "codes">,
  words: Pick<LanguageVersion, "t" | "formats">,
): string | null {
  const { t, formats } = words;
  const { measure, value, base } = figure;
  if (base === undefined || base === null) return null;
  const said = t("survey-tables.of-asked", {
    ...{ figure: figureWords(figure, figure, words), n: formats.number(base), count: base },
  });
  const percent = measure === "answers" ? printedPercent(value, base) : null;
  if (percent === null) return said;
  return t("survey-tables.with-share", { said, share: figureWords({ measure: "share" }, { value: percent }, words) });
}
