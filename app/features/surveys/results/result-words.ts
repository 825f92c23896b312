import { choiceLabel } from "#app/features/surveys/answering/drawn-page.ts";
import { type Choices, choicesOf } from "#app/features/surveys/instruments/choices.ts";
import { ANSWER_LIST, COUNTRY_LIST, type CodeWords } from "#app/features/surveys/instruments/code-lists.ts";
import {
  findQuestion,
  type Instrument,
  type Page,
  type Question,
} from "#app/features/surveys/instruments/instrument.ts";
import { optionsSourceOf, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { possibleRows } from "#app/features/surveys/instruments/offered-rows.ts";
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

export function resultWords(instrument: Instrument, locale: Locale, words: CodeWords): ResultWords {
  const language = languageFor(locale, instrument.languages);
  const labels = new Map<string, ReadonlyMap<string, string>>();
  const labelIn = (key: string, choices: () => ReturnType<typeof choicesOf>, code: string) => {
    const known =
      labels.get(key) ??
      new Map(choices().map((choice) => [choice.code, choiceLabel(choice.source, choice.code, language, words)]));
    labels.set(key, known);
    return known.get(code) ?? code;
  };
  const rowsOf = (question: Question) => {
    const rows = rowsSourceOf(question);
    return rows ? possibleRows(instrument, rows) : [];
  };
  return {
    page: ({ title }) => wordsIn(title, language),
    question: (question) => wordsIn(question.label, language),
    code: (question, code) => {
      if (question.kind === "yes-no") return words(ANSWER_LIST, code);
      if (question.kind === "places") return words("regional_group", code);
      const options: Choices = optionsSourceOf(question) ?? [];
      return labelIn(question.name, () => choicesOf(options), code);
    },
    row: (question, row) => labelIn(`${question.name}.`, () => rowsOf(question), row),
    country: (code) => words(COUNTRY_LIST, code),
    region: (code) => words("regional_group", code),
    listed: (list, code) => words(list, code),
  };
}

/** `q13.account_closed` in words: its question, and the row after it. */
export function variableLabel(
  { instrument, words }: { readonly instrument: Instrument; readonly words: ResultWords },
  name: string,
): string {
  const [questionName, row] = name.split(".") as [string, string?];
  const question = findQuestion(instrument, questionName);
  if (!question) return name;
  return row === undefined ? words.question(question) : words.row(question, row);
}
