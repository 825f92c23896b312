import type { Locale } from "#app/i18n/locales.ts";
import { valuesOf } from "./answer-codes.ts";
import { type Choice, type ChoiceSource, choicesOf, isListed } from "./choices.ts";
import { ANSWER_LIST, type CodeWords, REGION_LIST } from "./code-lists.ts";
import type { Instrument, Question } from "./instrument.ts";
import { optionsSourceOf } from "./kinds.ts";
import { possibleRows } from "./offered-rows.ts";
import { wordsIn } from "./words.ts";

/** In which language an instrument is worded, and where codes of lists get their words. */
export interface Wording {
  readonly locale: Locale;
  readonly words: CodeWords;
}

/** A code with its words. */
export interface Worded {
  readonly value: string;
  readonly label: string;
}

/** The words of one answer or row; its code, where a draft has none yet. */
export function choiceLabel(source: ChoiceSource, code: string, { locale, words }: Wording): string {
  return isListed(source) ? words(source.list, code) : wordsIn(source.label, locale) || code;
}

/** The answers to a question, or to each of its rows. Yes and no, and regions, have their words from lists. */
export function wordedAnswers(question: Question, wording: Wording): readonly Worded[] {
  const list = question.kind === "yes-no" ? ANSWER_LIST : question.kind === "places" ? REGION_LIST : null;
  if (list === null) return worded(choicesOf(optionsSourceOf(question) ?? []), wording);
  return valuesOf(question).map((value) => ({ value, label: wording.words(list, value) }));
}

/** Every row that a question could have. */
export function wordedRows(instrument: Instrument, question: Question, wording: Wording): readonly Worded[] {
  return worded(possibleRows(instrument, question), wording);
}

/** Each code once: of a draft in which one stands twice the first has it. */
function worded(choices: readonly Choice[], wording: Wording): readonly Worded[] {
  const labels = new Map<string, string>();
  for (const { code, source } of choices) if (!labels.has(code)) labels.set(code, choiceLabel(source, code, wording));
  return [...labels].map(([value, label]) => ({ value, label }));
}
