import { isPlaces } from "#app/features/surveys/instruments/answer-value.ts";
import type { Question, QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import { distributionOf } from "./distribution.ts";
import type { CodesResult, RowsResult } from "./question-result.ts";
import type { ResultWords } from "./result-words.ts";
import type { Respondent, Sample } from "./sample.ts";
import { variablesIn } from "./variable.ts";

/** Of each answer to choose from, who chose it. */
export function choiceResult(question: Question, sample: Sample, words: ResultWords): CodesResult {
  const [variable] = variablesIn(sample.instrument, question);
  const distribution = variable && distributionOf(variable, sample);
  return {
    kind: "codes",
    isSeveral: variable?.isSeveral ?? false,
    effectiveSize: distribution?.effectiveSize ?? 0,
    figures: (distribution?.codes ?? []).map((one) => ({ ...one, label: words.code(question, one.code) })),
    countries: [],
  };
}

/** Regions as answers to choose from, and the countries that were named beside them, most often named first. */
export function placesResult(question: QuestionOf<"places">, sample: Sample, words: ResultWords): CodesResult {
  const counts = [...countriesNamed(question, sample.respondents)];
  const countries = counts
    .map(([code, count]) => ({ code, count, label: words.country(code) }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
  return { ...choiceResult(question, sample, words), countries };
}

function countriesNamed({ name }: Question, respondents: readonly Respondent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { answers } of respondents) {
    const value = answers[name];
    for (const code of isPlaces(value) ? value.countries : []) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** Each row by itself: those to whom it was shown and who answered it are its base. */
export function matrixResult(question: QuestionOf<"matrix">, sample: Sample, words: ResultWords): RowsResult {
  const variables = variablesIn(sample.instrument, question);
  const codes = variables[0]?.codes ?? [];
  return {
    kind: "rows",
    columns: codes.map((code) => ({ code, label: words.code(question, code) })),
    isWhole: true,
    rows: variables.map((variable) => {
      const { bases, codes: cells } = distributionOf(variable, sample);
      return { key: variable.name, label: words.row(question, variable.row ?? ""), n: bases.answered, cells };
    }),
  };
}
