import type { Instrument, Question } from "#app/features/surveys/instruments/instrument.ts";
import { asks, isApart, KIND_FACTS } from "#app/features/surveys/instruments/kinds.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { AnswerForm } from "./condition-lines.ts";
import type { Place } from "./references.ts";

/** The questions that are answered by the time something is looked at: before a page or a question, or behind a page at its ends. */
export function earlierQuestions({ pages }: Instrument, { page: name, question, end }: Place): readonly Question[] {
  const at = pages.findIndex((page) => page.name === name);
  const here = pages[at]?.questions ?? [];
  const upTo = end !== undefined ? here.length : here.findIndex((one) => one.name === question);
  return [...pages.slice(0, Math.max(at, 0)).flatMap((page) => page.questions), ...here.slice(0, Math.max(upTo, 0))];
}

/** Those that a condition of this place may look at: what is kept apart is nobody else's business. */
export function usableQuestions(instrument: Instrument, place: Place): readonly Question[] {
  const own = instrument.pages.flatMap(({ questions }) => questions).find(({ name }) => name === place.question);
  return earlierQuestions(instrument, place).filter(
    (question) => asks(question) && (!isApart(question) || (own !== undefined && isApart(own))),
  );
}

/** What can be said of the answers to a question. */
export function answerFormOf(question: Question | null): AnswerForm {
  const ops = question ? KIND_FACTS[question.kind].ops : [];
  if (ops.includes("any-row")) return "rows";
  if (ops.includes("includes")) return "several";
  if (ops.includes("more-than")) return "number";
  return ops.includes("equals") ? "one" : "other";
}

/** What a question is called on pages of coordinators: its name, and its text as far as it fits a line. */
export function calledIn(question: Question, locale: Locale): string {
  const label = wordsIn(question.label, locale).replaceAll(/\s+/g, " ");
  return label.length > LONGEST_CALL ? `${label.slice(0, LONGEST_CALL - 1).trimEnd()}…` : label || question.name;
}

/** With its name behind the text: a line that begins with Latin letters would turn an Arabic one round. */
export const namedIn = (question: Question, locale: Locale): string =>
  `${calledIn(question, locale)} (${question.name})`;

const LONGEST_CALL = 70;
