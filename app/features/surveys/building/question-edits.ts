import {
  findPage,
  findQuestion,
  type Instrument,
  type Page,
  type Question,
} from "#app/features/surveys/instruments/instrument.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { IS_NEEDED, NO_QUESTIONNAIRE, PAGE_FULL } from "./building-refusals.ts";
import { freshName, questionNames } from "./fresh-name.ts";
import { changePage, type Step, swapped } from "./page-edits.ts";
import { hangingOnQuestion } from "./references.ts";

const MOST_QUESTIONS = 60;

const isFull = ({ questions }: Page) => questions.length >= MOST_QUESTIONS;

/** The page that a question stands on, and where on it. */
interface QuestionPlace {
  readonly page: Page;
  readonly at: number;
}

/** @returns null where there is no such question; of two of one name the first */
export function placeOfQuestion(instrument: Instrument, name: string): QuestionPlace | null {
  const page = instrument.pages.find(({ questions }) => questions.some((question) => question.name === name));
  return page ? { page, at: page.questions.findIndex((question) => question.name === name) } : null;
}

const withQuestions = (
  instrument: Instrument,
  page: Page,
  change: (questions: Page["questions"]) => Page["questions"],
) => changePage(instrument, page, (one) => ({ ...one, questions: change(one.questions) }));

/** @param at before which question of the page; left out, behind all of them */
export function addQuestion(instrument: Instrument, page: string, question: Question, at?: number): Result<Instrument> {
  const found = findPage(instrument, page);
  return found ? addTo(instrument, found, question, at) : refuse(NO_QUESTIONNAIRE);
}

function addTo(instrument: Instrument, page: Page, question: Question, at?: number): Result<Instrument> {
  if (isFull(page)) return refuse(PAGE_FULL);
  return ok(withQuestions(instrument, page, (all) => all.toSpliced(at ?? all.length, 0, question)));
}

/** In its place; conditions that name it are left alone (`renameQuestion`). */
export function replaceQuestion(instrument: Instrument, name: string, question: Question): Instrument {
  const place = placeOfQuestion(instrument, name);
  return place ? withQuestions(instrument, place.page, (all) => all.with(place.at, question)) : instrument;
}

/** The same once more, right behind it, under a name of its own. */
export function duplicateQuestion(instrument: Instrument, name: string): Result<Instrument> {
  const [place, question] = [placeOfQuestion(instrument, name), findQuestion(instrument, name)];
  if (!place || !question) return refuse(NO_QUESTIONNAIRE);
  const copy = { ...question, name: freshName(name, questionNames(instrument)) };
  return addTo(instrument, place.page, copy, place.at + 1);
}

/** Only where nothing hangs on it. */
export function removeQuestion(instrument: Instrument, name: string): Result<Instrument> {
  const place = placeOfQuestion(instrument, name);
  if (!place) return refuse(NO_QUESTIONNAIRE);
  if (hangingOnQuestion(instrument, name).length > 0) return refuse(IS_NEEDED);
  return ok(withoutQuestion(instrument, place));
}

const withoutQuestion = (instrument: Instrument, { page, at }: QuestionPlace) =>
  withQuestions(instrument, page, (all) => all.toSpliced(at, 1));

/**
 * One step up or down. From the first place of a page it goes to the last of the page before, and the other way round,
 * so that the step back undoes it. At the beginning and at the end of everything it stays where it is.
 */
export function moveQuestion(instrument: Instrument, name: string, step: Step): Result<Instrument> {
  const [place, question] = [placeOfQuestion(instrument, name), findQuestion(instrument, name)];
  if (!place || !question) return refuse(NO_QUESTIONNAIRE);
  const { page, at } = place;
  if (page.questions[at + step]) return ok(withQuestions(instrument, page, (all) => swapped(all, at, at + step)));
  const beside = instrument.pages[instrument.pages.indexOf(page) + step];
  if (!beside) return ok(instrument);
  return addTo(withoutQuestion(instrument, place), beside, question, step === 1 ? 0 : undefined);
}

/** To another page, or elsewhere on its own. @param at counted without the question itself */
export function moveToPage(instrument: Instrument, name: string, page: string, at?: number): Result<Instrument> {
  const [place, question] = [placeOfQuestion(instrument, name), findQuestion(instrument, name)];
  if (!place || !question) return refuse(NO_QUESTIONNAIRE);
  return addQuestion(withoutQuestion(instrument, place), page, question, at);
}
