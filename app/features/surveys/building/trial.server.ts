import { notFound } from "#app/access/answers.server.ts";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { type AnsweredPage, answersInWords } from "#app/features/surveys/answering/answer-words.ts";
import { answersText, readAnswersText } from "#app/features/surveys/answering/answers-text.ts";
import { type DrawnPage, drawnPage } from "#app/features/surveys/answering/drawn-page.ts";
import { type PageRead, readPage, refusalOf } from "#app/features/surveys/answering/read-page.ts";
import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { missingAnswers, pageAfter, pageAt, pageBefore, routed } from "#app/features/surveys/instruments/routing.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Messages } from "#app/i18n/catalogue.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { loadMessages } from "#app/i18n/messages.server.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { now } from "#app/platform/clock.server.ts";
import { textIn } from "./form-texts.ts";
import { TRIAL } from "./trial-fields.ts";

/* A questionnaire tried out: the answers travel in the form itself and are kept nowhere. */

export interface TrialStep {
  readonly language: Locale;
  /** the words around the questions, in the language of the trial */
  readonly messages: Messages;
  readonly languages: readonly Locale[];
  /** what was answered so far, as one text */
  readonly answers: string;
  /** null: all of it is answered */
  readonly view: DrawnPage | null;
  readonly before: string | null;
  readonly isFresh: boolean;
  /** at the end: everything in words, and with which words it ends */
  readonly listed: readonly AnsweredPage[];
  readonly ending: string;
  readonly sends: boolean;
  readonly missing: number;
}

const languageOf = ({ languages }: Instrument, wanted: string, fallback: Locale): Locale => {
  const said = LOCALES.find((locale) => locale === wanted) ?? fallback;
  return languages.includes(said) ? said : languages[0]!;
};

/** The first page, with nothing answered. */
export function beginTrial(instrument: Instrument, locale: Locale): TrialStep {
  return stepAt(instrument, {}, languageOf(instrument, "", locale), { page: null });
}

type Taken = { readonly step: TrialStep; readonly refusal: Refusal | null };

/** One post of a trial: on, back, in another language, or from the beginning. */
export function goOnTrying(instrument: Instrument, values: FormValues, locale: Locale): Taken {
  const language = languageOf(instrument, textIn(values, TRIAL.language), locale);
  const kept = readAnswersText(instrument, textIn(values, TRIAL.answers));
  const [act, name = ""] = textIn(values, TRIAL.act).split(" ");
  const answers: Answers = kept.ok ? kept.value : {};
  const at = textIn(values, TRIAL.at);
  if (act === "again" || !kept.ok) return { step: beginTrial(instrument, language), refusal: null };
  if (act === "back") return { step: stepAt(instrument, answers, language, { page: name }), refusal: null };
  const read = readPage(instrument, answers, at, values);
  // In another language the page comes again with what was filled in, as far as it can be read.
  if (act === "language") {
    const other = languageOf(instrument, name, language);
    return { step: stepAt(instrument, read.answers, other, { page: at }), refusal: null };
  }
  return afterPage(instrument, at, read, language);
}

function afterPage(instrument: Instrument, at: string, read: PageRead, language: Locale): Taken {
  const refusal = refusalOf(read);
  if (refusal) return { step: stepAt(instrument, read.answers, language, { page: at }), refusal };
  if (read.fresh.length > 0)
    return { step: stepAt(instrument, read.answers, language, { page: at, isFresh: true }), refusal: null };
  const next = pageAfter(routed(instrument, read.answers), at);
  return { step: stepAt(instrument, read.answers, language, { page: next?.page.name ?? "" }), refusal: null };
}

interface Where {
  /** null: the first; empty: the end */
  readonly page: string | null;
  readonly isFresh?: boolean;
}

function stepAt(instrument: Instrument, answers: Answers, locale: Locale, { page, isFresh = false }: Where): TrialStep {
  const walk = routed(instrument, answers);
  const asked = page === null ? walk.pages[0] : pageAt(walk, page);
  const text = answersText(instrument, answers);
  if (!text.ok) throw notFound();
  const words = codeWordsIn(locale);
  const last = walk.pages.at(-1)?.page.name ?? null;
  return {
    ...{ language: locale, languages: instrument.languages, answers: text.value, isFresh },
    messages: loadMessages(locale),
    view: asked ? drawnPage(instrument, walk, asked, { locale, words, today: isoDayOf(now()) }) : null,
    before: asked ? (pageBefore(walk, asked.page.name)?.page.name ?? null) : last,
    listed: asked ? [] : answersInWords(instrument, walk, locale, words),
    ending: asked ? "" : wordsIn(walk.end ? walk.end.words : instrument.thanks, locale),
    sends: walk.end?.sends !== false,
    missing: asked ? 0 : missingAnswers(walk).length,
  };
}
