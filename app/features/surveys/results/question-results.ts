import { findPage, type Instrument, type Kind, type QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import { asks, isApart } from "#app/features/surveys/instruments/kinds.ts";
import { choiceResult, matrixResult, placesResult } from "./code-results.ts";
import { type CodedTexts, codedResult } from "./coded-results.ts";
import { numbersResult } from "./numbers.ts";
import { quartersResult } from "./quarters.ts";
import { questionBases } from "./question-bases.ts";
import type { KindResult, QuestionResult } from "./question-result.ts";
import { rankingResult } from "./ranking.ts";
import type { ResultWords } from "./result-words.ts";
import type { Sample } from "./sample.ts";

/** A statement asks nothing, and nothing comes of it. */
type AskedKind = Exclude<Kind, "statement">;
type ResultOf<K extends Kind> = (
  question: QuestionOf<K>,
  sample: Sample,
  words: ResultWords,
  coded: CodedTexts | undefined,
) => KindResult;

const RESULTS: { readonly [K in AskedKind]: ResultOf<K> } = {
  "yes-no": choiceResult,
  "one-of": choiceResult,
  "many-of": choiceResult,
  band: choiceResult,
  places: placesResult,
  matrix: matrixResult,
  ranking: rankingResult,
  number: numbersResult,
  "number-by-row": numbersResult,
  quarter: quartersResult,
  "quarter-by-row": quartersResult,
  "short-text": codedResult,
  "long-text": codedResult,
};

/**
 * Every question of one page, in its order. None for a page that the questionnaire has not.
 * @param coded  what texts were coded with in the end, by the names of their questions
 */
export function pageResults(
  sample: Sample,
  page: string,
  words: ResultWords,
  coded: Readonly<Record<string, CodedTexts>> = {},
): readonly QuestionResult[] {
  const questions = findPage(sample.instrument, page)?.questions ?? [];
  return questions
    .filter(asks)
    .filter((question) => !isApart(question))
    .map((question) => {
      const resultOf = RESULTS[question.kind] as ResultOf<AskedKind>;
      return {
        ...{ name: question.name, label: words.question(question), bases: questionBases(question, sample) },
        ...resultOf(question, sample, words, coded[question.name]),
      };
    });
}

/** Pages on which something is asked that is not kept apart: those that have results. */
export function pagesWithResults({ pages }: Instrument): Instrument["pages"] {
  return pages.filter(({ questions }) => questions.some((question) => asks(question) && !isApart(question)));
}
