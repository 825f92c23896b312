import {
  type Answers,
  codesIn,
  isDeclined,
  isPlaces,
  rowsIn,
  type Value,
} from "#app/features/surveys/instruments/answer-value.ts";
import { choicesOf } from "#app/features/surveys/instruments/choices.ts";
import { COUNTRY_LIST, type CodeWords, REGION_LIST } from "#app/features/surveys/instruments/code-lists.ts";
import type { Instrument, Question } from "#app/features/surveys/instruments/instrument.ts";
import { asks, optionsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import type { Routed, RoutedQuestion } from "#app/features/surveys/instruments/routing.ts";
import { choiceLabel, type Wording } from "#app/features/surveys/instruments/worded-choices.ts";
import { languageFor, wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** One line of an answer. What only the page's messages can say is a key; the rest is in words already. */
export interface AnswerLine {
  /** the row or the rank that it is said of */
  readonly of?: string | undefined;
  readonly text?: string | undefined;
  readonly messageKey?: string | undefined;
  /** a quarter, to be written as readers of the language write it */
  readonly quarter?: string | undefined;
}

export interface AnswerListed {
  readonly question: string;
  readonly label: string;
  /** none where it was left empty */
  readonly lines: readonly AnswerLine[];
}

export interface AnsweredPage {
  readonly name: string;
  readonly title: string;
  readonly answers: readonly AnswerListed[];
}

/** Everything that is asked and what was said to it, page by page: what somebody reads before sending. */
export function answersInWords(
  instrument: Instrument,
  walk: Routed,
  locale: Locale,
  words: CodeWords,
): readonly AnsweredPage[] {
  const language = languageFor(locale, instrument.languages);
  const wording = { locale: language, words };
  return walk.pages
    .map(({ page, questions }) => ({
      name: page.name,
      title: wordsIn(page.title, language),
      answers: questions.filter(({ question }) => asks(question)).map((asked) => listed(asked, walk.answers, wording)),
    }))
    .filter(({ answers }) => answers.length > 0);
}

function listed(asked: RoutedQuestion, answers: Answers, wording: Wording): AnswerListed {
  const { name, label } = asked.question;
  const value = answers[name];
  return {
    question: name,
    label: wordsIn(label, wording.locale),
    lines: value === undefined ? [] : linesOf(asked, value, wording),
  };
}

function linesOf({ question, rows }: RoutedQuestion, value: Value, wording: Wording): readonly AnswerLine[] {
  if (isDeclined(value)) return [{ messageKey: "surveys.answer.declined" }];
  if (isPlaces(value))
    return [
      ...value.regions.map((code) => ({ text: wording.words(REGION_LIST, code) })),
      ...value.countries.map((code) => ({ text: wording.words(COUNTRY_LIST, code) })),
    ];
  const byRow = rowsIn(value);
  if (byRow)
    return rows.flatMap(({ code, source }) =>
      Object.hasOwn(byRow, code)
        ? [{ of: choiceLabel(source, code, wording), ...said(question, byRow[code]!, wording) }]
        : [],
    );
  if (Array.isArray(value)) return codesIn(value).map((code) => said(question, code, wording));
  return [said(question, value as string | number, wording)];
}

const AS_QUARTER: readonly Question["kind"][] = ["quarter", "quarter-by-row"];

function said(question: Question, value: string | number, wording: Wording): AnswerLine {
  if (typeof value === "number") return { text: new Intl.NumberFormat(`${wording.locale}-u-nu-latn`).format(value) };
  if (question.kind === "yes-no") return { messageKey: `surveys.answer.${value}` };
  if (AS_QUARTER.includes(question.kind)) return { quarter: value };
  const choice = choicesOf(optionsSourceOf(question) ?? []).find(({ code }) => code === value);
  return { text: choice ? choiceLabel(choice.source, value, wording) : value };
}
