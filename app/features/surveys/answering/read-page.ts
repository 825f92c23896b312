import type { Answers, Value } from "#app/features/surveys/instruments/answer-value.ts";
import { findPage, type Instrument, type Page, type Question } from "#app/features/surveys/instruments/instrument.ts";
import { asks } from "#app/features/surveys/instruments/kinds.ts";
import { possibleRows } from "#app/features/surveys/instruments/offered-rows.ts";
import { pageAt, type RoutedQuestion, routed } from "#app/features/surveys/instruments/routing.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { type AnswerError, errorKey } from "./answer-error.ts";
import { ASKED_FIELD, type Filled, textAt } from "./field-names.ts";
import { readAnswer } from "./read-answer.ts";

export interface PageRead {
  /** everything said so far with what this page adds; what could not be read is not among it */
  readonly answers: Answers;
  readonly errors: readonly AnswerError[];
  /** questions of this page that its own answers have brought up: it comes again, and nothing is wrong */
  readonly fresh: readonly string[];
}

/**
 * Reads a page that was posted. Questions are read in their order, each routed by those before it. An answer to a
 * question that is not asked any more is kept as far as it can be read: whoever changes their mind finds it again, and
 * whoever sends is told that it does not count.
 * @param answers what was said before, this page's own earlier answers among it
 */
export function readPage(instrument: Instrument, answers: Answers, pageName: string, filled: Filled): PageRead {
  const page = findPage(instrument, pageName);
  if (!page) return { answers, errors: [], fresh: [] };
  const drawn = drawnQuestions(page, filled);
  const reading: Reading = { said: { ...answers }, errors: [], fresh: [] };
  for (const question of page.questions.filter(asks)) {
    const asked = pageAt(routed(instrument, reading.said), pageName)?.questions.find(
      (one) => one.question.name === question.name,
    );
    const wasDrawn = drawn === null || drawn.has(question.name);
    if (!wasDrawn) {
      if (asked) reading.fresh.push(question.name);
    } else if (asked) take(reading, asked, filled, true);
    else take(reading, withAllRows(instrument, question), filled, false);
  }
  return { answers: reading.said, errors: reading.errors, fresh: reading.fresh };
}

interface Reading {
  readonly said: Record<string, Value>;
  readonly errors: AnswerError[];
  readonly fresh: string[];
}

function take({ said, errors }: Reading, asked: RoutedQuestion, filled: Filled, isJudged: boolean): void {
  const { name } = asked.question;
  const read = readAnswer(asked, filled);
  delete said[name];
  if ("wrong" in read) {
    if (isJudged) errors.push(...read.wrong.map((one) => ({ question: name, ...one })));
  } else if (read.value !== undefined) said[name] = read.value;
}

/** Null where the page did not say: then whatever is asked was drawn. */
function drawnQuestions(page: Page, filled: Filled): ReadonlySet<string> | null {
  const listed = textAt(filled, ASKED_FIELD);
  if (listed === "") return null;
  const names = new Set(page.questions.map(({ name }) => name));
  return new Set(listed.split(" ").filter((name) => names.has(name)));
}

const withAllRows = (instrument: Instrument, question: Question): RoutedQuestion => ({
  question,
  rows: possibleRows(instrument, question),
});

/** What the form and its summary show: the first error of each field. Null where nothing is wrong. */
export function refusalOf({ errors }: PageRead): Extract<Refusal, { kind: "invalid" }> | null {
  if (errors.length === 0) return null;
  const fields: Record<string, string> = {};
  for (const { field, code } of errors) fields[field] ??= errorKey(code);
  return { kind: "invalid", code: "form.invalid", fields };
}
