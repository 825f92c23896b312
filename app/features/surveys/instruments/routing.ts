import { type Answers, rowsIn, type Value } from "./answer-value.ts";
import type { Choice } from "./choices.ts";
import { holds } from "./condition-truth.ts";
import type { End, Instrument, Page, Question } from "./instrument.ts";
import { asks, isRequired, rowsSourceOf } from "./kinds.ts";
import { offeredRows } from "./offered-rows.ts";

export interface RoutedQuestion {
  readonly question: Question;
  /** the rows that are asked; none where the kind has no rows */
  readonly rows: readonly Choice[];
}

export interface RoutedPage {
  readonly page: Page;
  /** those that are shown; a page without any is not shown itself */
  readonly questions: readonly RoutedQuestion[];
}

/** What an instrument asks of somebody who has answered so far. */
export interface Routed {
  readonly pages: readonly RoutedPage[];
  /** the answers that count: those to what is asked */
  readonly answers: Answers;
  /** where it ends early, or null where it goes to its last page */
  readonly end: End | null;
}

/**
 * Walks through an instrument once, from the first page to the last. Each condition sees only answers that count, and
 * only those before it, so that one walk settles everything: it ends after as many steps as there are questions, and
 * walking again over the answers that count changes nothing.
 */
export function routed(instrument: Instrument, answers: Answers): Routed {
  const counted: Record<string, Value> = {};
  const pages: RoutedPage[] = [];
  for (const page of instrument.pages) {
    if (!holds(page.shownWhen, counted)) continue;
    const questions = page.questions.flatMap((question) => {
      const asked = askedNow(instrument, question, counted);
      const value = asked && asks(question) ? countedValue(asked, answers) : undefined;
      if (value !== undefined) counted[question.name] = value;
      return asked ?? [];
    });
    if (questions.length > 0) pages.push({ page, questions });
    const end = questions.length > 0 && page.ends?.find(({ when }) => holds(when, counted));
    if (end) return { pages, answers: counted, end };
  }
  return { pages, answers: counted, end: null };
}

function askedNow(instrument: Instrument, question: Question, counted: Answers): RoutedQuestion | null {
  if (!holds(question.shownWhen, counted)) return null;
  const rows = offeredRows(instrument, question, counted);
  return rowsSourceOf(question) !== null && rows.length === 0 ? null : { question, rows };
}

/** Of an answer by rows, what was said of rows that are still asked. */
function countedValue({ question, rows }: RoutedQuestion, answers: Answers): Value | undefined {
  const value = Object.hasOwn(answers, question.name) ? answers[question.name] : undefined;
  const byRow = rowsSourceOf(question) === null ? null : rowsIn(value);
  if (byRow === null) return value;
  const kept = rows.flatMap(({ code }) => (Object.hasOwn(byRow, code) ? [[code, byRow[code]!] as const] : []));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** @returns the page as it is asked now, or null where it is not asked */
export function pageAt({ pages }: Routed, name: string): RoutedPage | null {
  return pages.find(({ page }) => page.name === name) ?? null;
}

/** @returns the page after this one; null where the answers are ready to be checked, or the survey ends */
export function pageAfter({ pages }: Routed, name: string): RoutedPage | null {
  return pages[pages.findIndex(({ page }) => page.name === name) + 1] ?? null;
}

/** @returns the page before this one, or null at the first */
export function pageBefore({ pages }: Routed, name: string): RoutedPage | null {
  return pages[pages.findIndex(({ page }) => page.name === name) - 1] ?? null;
}

export interface Missing {
  readonly page: string;
  readonly question: string;
}

/** What must be answered, is asked, and is not answered: with any of it a survey cannot be sent. */
export function missingAnswers({ pages, answers }: Routed): readonly Missing[] {
  return pages.flatMap(({ page, questions }) =>
    questions
      .filter((asked) => isMissing(asked, answers))
      .map(({ question }) => ({
        page: page.name,
        question: question.name,
      })),
  );
}

function isMissing({ question, rows }: RoutedQuestion, answers: Answers): boolean {
  if (!isRequired(question)) return false;
  const value = answers[question.name];
  const byRow = rowsIn(value);
  return value === undefined || (byRow !== null && rows.some(({ code }) => !Object.hasOwn(byRow, code)));
}
