import { codesIn, isDeclined } from "#app/features/surveys/instruments/answer-value.ts";
import type { QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import type { Sample } from "./sample.ts";

/** Of each code, how many put it in which place; counts of organisations, whatever they weigh. */
export function placesOf(
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
