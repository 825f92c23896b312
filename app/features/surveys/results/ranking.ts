import { codesIn, isDeclined } from "#app/features/surveys/instruments/answer-value.ts";
import type { QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import { choiceResult } from "./code-results.ts";
import type { RankingResult } from "./question-result.ts";
import type { ResultWords } from "./result-words.ts";
import type { Sample } from "./sample.ts";

/** What was ranked at all, the most often first, and in which place. */
export function rankingResult(question: QuestionOf<"ranking">, sample: Sample, words: ResultWords): RankingResult {
  const { figures, effectiveSize } = choiceResult(question, sample, words);
  const { places } = question;
  const byPlace = placesOf(question, sample);
  const none = Array.from({ length: places }, () => 0);
  return {
    ...{ kind: "ranking", effectiveSize, places },
    figures: figures
      .map((figure) => ({ ...figure, byPlace: byPlace.get(figure.code) ?? none }))
      .toSorted((one, other) => other.count - one.count),
  };
}

/** Of each code, how many put it in which place; counts of organisations, whatever they weigh. */
function placesOf(
  { name, places }: Pick<QuestionOf<"ranking">, "name" | "places">,
  { respondents }: Sample,
): ReadonlyMap<string, readonly number[]> {
  const counts = new Map<string, number[]>();
  for (const { asked, answers } of respondents) {
    const value = answers[name];
    if (!asked.has(name) || value === undefined || isDeclined(value)) continue;
    for (const [place, code] of codesIn(value).slice(0, places).entries()) {
      const row = counts.get(code) ?? Array.from({ length: places }, () => 0);
      row[place]! += 1;
      counts.set(code, row);
    }
  }
  return counts;
}
