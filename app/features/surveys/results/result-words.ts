import { COUNTRY_LIST, type CodeWords, REGION_LIST } from "#app/features/surveys/instruments/code-lists.ts";
import type { Instrument, Page, Question } from "#app/features/surveys/instruments/instrument.ts";
import { type Worded, wordedAnswers, wordedRows } from "#app/features/surveys/instruments/worded-choices.ts";
import { languageFor, wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** The words of questions, rows and answers, as respondents have read them. */
export interface ResultWords {
  page(page: Page): string;
  question(question: Question): string;
  code(question: Question, code: string): string;
  row(question: Question, row: string): string;
  country(code: string): string;
  region(code: string): string;
  listed(list: string, code: string): string;
}

/** @param words  of codes, in the language that is read */
export function resultWords(instrument: Instrument, locale: Locale, words: CodeWords): ResultWords {
  const wording = { locale: languageFor(locale, instrument.languages), words };
  const answers = labelsOnce((question) => wordedAnswers(question, wording));
  const rows = labelsOnce((question) => wordedRows(instrument, question, wording));
  return {
    page: ({ title }) => wordsIn(title, wording.locale),
    question: (question) => wordsIn(question.label, wording.locale),
    code: answers,
    row: rows,
    country: (code) => words(COUNTRY_LIST, code),
    region: (code) => words(REGION_LIST, code),
    listed: words,
  };
}

/** A page asks for the same question's words once for each of its figures: they are put together once. */
function labelsOnce(worded: (question: Question) => readonly Worded[]) {
  const labels = new Map<string, ReadonlyMap<string, string>>();
  return (question: Question, code: string): string => {
    const known = labels.get(question.name) ?? new Map(worded(question).map(({ value, label }) => [value, label]));
    labels.set(question.name, known);
    return known.get(code) ?? code;
  };
}
