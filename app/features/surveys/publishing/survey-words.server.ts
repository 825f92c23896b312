import { seedSurveyBenchmarks } from "#app/features/registers/seed-registers.server.ts";
import type { Instrument, Question } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { wordedAnswers, wordedRows } from "#app/features/surveys/instruments/worded-choices.ts";
import { languageFor, type Words, wordsIn } from "#app/features/surveys/instruments/words.ts";
import { benchmarksFor } from "#app/features/surveys/results/benchmarks.ts";
import { INCIDENTS } from "#app/features/surveys/results/indicators.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { PrintedBenchmark, SurveyWords } from "./protected-survey.ts";
import { FINANCIAL, type SurveyLine, type SurveySubject } from "./survey-subject.ts";

const inEach = (say: (locale: Locale) => string): Words =>
  Object.fromEntries(LOCALES.map((locale) => [locale, say(locale)])) as Words;

/** The words of an instrument's tables, in the languages of the product: those it does not speak are read in one it does. */
export function surveyWords(instrument: Instrument): SurveyWords {
  const titleOf = ({ question }: SurveySubject) =>
    inEach((locale) => wordsIn(question.label, languageFor(locale, instrument.languages)));
  return {
    titleOf,
    labelOf: ({ question }, code) => inEach((locale) => wordsFor(instrument, question, code, locale)),
    benchmarksOf: ({ id }, line) => (id === INCIDENTS ? benchmarksOf(line) : []),
  };
}

function wordsFor(instrument: Instrument, question: Question, code: string, locale: Locale): string {
  if (code.startsWith("_")) return textFor(locale).dynamic(`survey-tables.code.${code}`);
  const wording = { locale: languageFor(locale, instrument.languages), words: codeWordsIn(locale) };
  const known = [...wordedAnswers(question, wording), ...wordedRows(instrument, question, wording)];
  return known.find(({ value }) => value === code)?.label ?? code;
}

function benchmarksOf({ code }: SurveyLine): PrintedBenchmark[] {
  const about =
    code === FINANCIAL ? ({ name: "any_problem", of: null } as const) : ({ name: "happened", of: code } as const);
  return benchmarksFor(about, seedSurveyBenchmarks()).map(({ study, year, sample_size, value, source }) => ({
    ...{ study, year, value, source },
    sampleSize: sample_size,
  }));
}
