import { notFound } from "#app/access/answers.server.ts";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { findPage, findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { type Worded, wordedAnswers, wordedRows } from "#app/features/surveys/instruments/worded-choices.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { type AnswerForm, linesOf } from "./condition-lines.ts";
import { conditionAt, linesAsked } from "./condition-sheet.ts";
import { seenMark } from "./draft-commands.server.ts";
import type { BuiltDraft } from "./draft-queries.server.ts";
import { answerFormOf, calledIn, namedIn, usableQuestions } from "./earlier-questions.ts";
import type { Place } from "./references.ts";
import type { Sheet } from "./sheet.ts";
import { mainLanguage } from "./sheets.ts";
import { conditionTeller, wordingFor } from "./wording.server.ts";

/** One line of a condition, ready to be drawn. */
export interface DrawnLine {
  readonly question: string;
  readonly called: string;
  readonly form: AnswerForm;
  readonly answers: readonly Worded[];
  readonly rows: readonly Worded[];
}

export interface ConditionPage {
  readonly id: string;
  /** what the condition is of, as coordinators call it */
  readonly called: string;
  readonly language: Locale;
  readonly seen: string;
  readonly defaults: FormValues;
  readonly groups: readonly (readonly DrawnLine[])[];
  /** earlier questions, by the page that they stand on */
  readonly questions: readonly (Worded & { readonly group: string })[];
  readonly words: string | null;
  /** nested deeper than a form can show: saving writes it anew */
  readonly isTooDeep: boolean;
}

/** @throws Response the page of what is not there */
export function conditionPage(
  { id, instrument }: BuiltDraft,
  place: Place,
  sheet: Sheet,
  locale: Locale,
): ConditionPage {
  const defaults = sheet.fields(instrument);
  if (!defaults) throw notFound();
  const condition = conditionAt(instrument, place);
  const wording = wordingFor(instrument, locale);
  const groups = linesAsked(defaults).map((names) =>
    names.map((name): DrawnLine => {
      const question = findQuestion(instrument, name);
      return {
        question: name,
        called: question ? namedIn(question, wording.locale) : name,
        form: answerFormOf(question),
        answers: question ? wordedAnswers(question, wording) : [],
        rows: question ? wordedRows(instrument, question, wording) : [],
      };
    }),
  );
  return {
    ...{ id, defaults, groups, seen: seenMark(defaults), language: mainLanguage(instrument) },
    called: calledAt(instrument, place, wording.locale),
    questions: usableQuestions(instrument, place).map((question) => ({
      value: question.name,
      label: namedIn(question, wording.locale),
      group: pageOf(instrument, question.name, wording.locale),
    })),
    words: conditionTeller(instrument, locale)(condition ?? undefined),
    isTooDeep: condition !== null && linesOf(condition) === null,
  };
}

function calledAt(instrument: Instrument, { page, question, end }: Place, locale: Locale): string {
  const asked = question === undefined ? null : findQuestion(instrument, question);
  if (asked) return calledIn(asked, locale);
  const found = findPage(instrument, page);
  const early = found?.ends?.find(({ name }) => name === end);
  return wordsIn(early?.words ?? found?.title, locale) || end || page;
}

function pageOf({ pages }: Instrument, name: string, locale: Locale): string {
  const page = pages.find(({ questions }) => questions.some((question) => question.name === name));
  return page ? wordsIn(page.title, locale) || page.name : "";
}
