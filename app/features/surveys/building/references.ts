import { isCarried } from "#app/features/surveys/instruments/choices.ts";
import { type Condition, questionsIn } from "#app/features/surveys/instruments/condition.ts";
import { findPage, type Instrument, type Question } from "#app/features/surveys/instruments/instrument.ts";
import { rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";

/** A part of a questionnaire, as narrowly as can be said. */
export interface Place {
  readonly page: string;
  readonly question?: string | undefined;
  readonly end?: string | undefined;
}

/** Whatever looks at the answers of these questions: conditions of pages, questions and ends, and rows that are carried on. */
function hangingOn({ pages }: Pick<Instrument, "pages">, names: ReadonlySet<string>): readonly Place[] {
  const looks = (condition: Condition | undefined) => questionsIn(condition).some((name) => names.has(name));
  return pages.flatMap((page) => [
    ...(looks(page.shownWhen) ? [{ page: page.name }] : []),
    ...page.questions
      .filter((question) => looks(question.shownWhen) || carriesFrom(question, names))
      .map(({ name }) => ({ page: page.name, question: name })),
    ...(page.ends ?? []).filter(({ when }) => looks(when)).map(({ name }) => ({ page: page.name, end: name })),
  ]);
}

function carriesFrom(question: Question, names: ReadonlySet<string>): boolean {
  const rows = rowsSourceOf(question);
  return rows !== null && isCarried(rows) && names.has(rows.from);
}

/** What hangs on a question; the question itself is never among it. */
export function hangingOnQuestion(instrument: Instrument, name: string): readonly Place[] {
  return hangingOn(instrument, new Set([name])).filter(({ question }) => question !== name);
}

/** What hangs on the questions of a page and would stay behind without them. */
export function hangingOnPage(instrument: Instrument, name: string): readonly Place[] {
  const page = findPage(instrument, name);
  const names = new Set(page?.questions.map((question) => question.name) ?? []);
  return hangingOn({ pages: instrument.pages.filter((one) => one !== page) }, names);
}
