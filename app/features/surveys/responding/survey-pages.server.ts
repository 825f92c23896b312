import { type AnsweredPage, answersInWords } from "#app/features/surveys/answering/answer-words.ts";
import { type DrawnPage, drawnPage } from "#app/features/surveys/answering/drawn-page.ts";
import { dropUnreachable } from "#app/features/surveys/answering/dropping.ts";
import { findQuestion } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { missingAnswers, pageAt, pageBefore, type Routed, routed } from "#app/features/surveys/instruments/routing.ts";
import { languageFor, wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { WaveFacts } from "#app/features/surveys/waves/wave.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { OpenSurvey } from "./open-survey.server.ts";

/** One page of the questionnaire as it is drawn. */
export interface QuestionPage {
  readonly view: DrawnPage;
  readonly number: number;
  /** as many pages as are asked by what was answered so far */
  readonly total: number;
  /** null at the first */
  readonly before: string | null;
}

/** @returns null where this page is not asked, or not any more */
export function questionPage({ instrument, answers }: OpenSurvey, name: string, locale: Locale): QuestionPage | null {
  const walk = routed(instrument, answers);
  const asked = pageAt(walk, name);
  if (!asked) return null;
  const words = codeWordsIn(languageFor(locale, instrument.languages));
  return {
    view: drawnPage(instrument, walk, asked, { locale, words, today: isoDayOf(now()) }),
    number: walk.pages.indexOf(asked) + 1,
    total: walk.pages.length,
    before: pageBefore(walk, name)?.page.name ?? null,
  };
}

/** Where somebody goes on who comes back: the first page that they have not touched, or null for checking it all. */
export function firstOpenPage({ answers }: OpenSurvey, walk: Routed): string | null {
  const isUntouched = ({ questions }: Routed["pages"][number]) =>
    questions.every(({ question }) => !Object.hasOwn(answers, question.name));
  return walk.pages.find(isUntouched)?.page.name ?? null;
}

/** All answers in words, before sending and after. */
export interface CheckPage {
  readonly pages: readonly AnsweredPage[];
  /** questions that must be answered, each with its page */
  readonly missing: readonly { readonly page: string; readonly label: string }[];
  /** what will not be sent, because it is not asked any more */
  readonly dropped: readonly string[];
  /** the words with which it ends early */
  readonly ending: string | null;
  /** false where nothing is sent at all, as when somebody does not agree to take part */
  readonly sends: boolean;
}

/** Everything before it is sent: what is missing stops it, what is not asked any more is told and left out. */
export function checkPage({ instrument, answers }: OpenSurvey, locale: Locale): CheckPage {
  const walk = routed(instrument, answers);
  const language = languageFor(locale, instrument.languages);
  const labelOf = (name: string) => {
    const question = findQuestion(instrument, name);
    return question ? wordsIn(question.label, language) : name;
  };
  return {
    pages: answersInWords(instrument, walk, locale, codeWordsIn(language)),
    missing: missingAnswers(walk).map(({ page, question }) => ({ page, label: labelOf(question) })),
    dropped: dropUnreachable(instrument, answers).dropped.map(({ question }) => labelOf(question)),
    ending: walk.end && wordsIn(walk.end.words, language),
    sends: walk.end?.sends !== false,
  };
}

/** What a respondent is told of a survey before they begin. */
export interface AboutSurvey extends Pick<WaveFacts, "session" | "referenceFrom" | "referenceTo" | "closesOn"> {
  readonly title: string;
  readonly intro: string;
}

/** In the language of whoever answers, as far as the questionnaire speaks it. */
export function aboutSurvey({ instrument, wave }: OpenSurvey, locale: Locale): AboutSurvey {
  const language = languageFor(locale, instrument.languages);
  const { session, referenceFrom, referenceTo, closesOn } = wave.facts;
  return {
    ...{ session, referenceFrom, referenceTo, closesOn },
    title: wordsIn(instrument.title, language),
    intro: instrument.intro ? wordsIn(instrument.intro, language) : "",
  };
}
