import { isCarried } from "#app/features/surveys/instruments/choices.ts";
import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import type { Instrument, Page, Question } from "#app/features/surveys/instruments/instrument.ts";
import { rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";

/** Gives a question another name everywhere: where it is asked, in every condition, and where its rows are carried on. */
export function renameQuestion(instrument: Instrument, from: string, to: string): Instrument {
  const rename = (name: string) => (name === from ? to : name);
  return { ...instrument, pages: instrument.pages.map((page) => renamedPage(page, rename)) };
}

type Rename = (name: string) => string;

function renamedPage(page: Page, rename: Rename): Page {
  return {
    ...page,
    ...(page.shownWhen && { shownWhen: renamedCondition(page.shownWhen, rename) }),
    questions: page.questions.map((question) => renamedIn(question, rename)),
    ...(page.ends && { ends: page.ends.map((end) => ({ ...end, when: renamedCondition(end.when, rename) })) }),
  };
}

function renamedIn(question: Question, rename: Rename): Question {
  const rows = rowsSourceOf(question);
  return {
    ...question,
    name: rename(question.name),
    ...(question.shownWhen && { shownWhen: renamedCondition(question.shownWhen, rename) }),
    ...(rows && isCarried(rows) && { rows: { ...rows, from: rename(rows.from) } }),
  } as Question;
}

function renamedCondition(condition: Condition, rename: Rename): Condition {
  if (condition.op === "all" || condition.op === "any")
    return { ...condition, of: condition.of.map((inner) => renamedCondition(inner, rename)) };
  if (condition.op === "not") return { ...condition, of: renamedCondition(condition.of, rename) };
  return { ...condition, question: rename(condition.question) };
}
