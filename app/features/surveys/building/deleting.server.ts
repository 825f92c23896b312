import type { Actor } from "#app/access/actor.ts";
import { questionsIn } from "#app/features/surveys/instruments/condition.ts";
import { findPage, findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { NO_QUESTIONNAIRE, PART_CHANGED } from "./building-refusals.ts";
import { editDraft, partMark } from "./draft-commands.server.ts";
import type { BuiltDraft } from "./draft-queries.server.ts";
import { calledIn, namedIn } from "./earlier-questions.ts";
import { removeEnd, removePage } from "./page-edits.ts";
import { absent } from "./part-page.server.ts";
import { removeQuestion } from "./question-edits.ts";
import { hangingOnPage, hangingOnQuestion, type Place } from "./references.ts";
import { wordingFor } from "./wording.server.ts";

/** What can be deleted: a page, one of its ends, or a question wherever it stands. */
export interface Part {
  readonly page?: string | undefined;
  readonly question?: string | undefined;
  readonly end?: string | undefined;
}

interface Deletable {
  readonly content: unknown;
  readonly called: string;
  readonly needed: readonly Place[];
  /** the questions that would go */
  readonly gone: readonly string[];
  readonly isLast: boolean;
}

function deletable(instrument: Instrument, { page = "", question, end }: Part, language: Locale): Deletable | null {
  if (question !== undefined) {
    const asked = findQuestion(instrument, question);
    const needed = hangingOnQuestion(instrument, question);
    return asked && { content: asked, called: calledIn(asked, language), needed, gone: [question], isLast: false };
  }
  const found = findPage(instrument, page);
  if (end !== undefined) {
    const early = found?.ends?.find(({ name }) => name === end);
    if (!early) return null;
    return { content: early, called: wordsIn(early.words, language) || end, needed: [], gone: [], isLast: false };
  }
  if (!found) return null;
  const gone = found.questions.map(({ name }) => name);
  const isLast = instrument.pages.length === 1;
  return {
    content: found,
    called: wordsIn(found.title, language) || page,
    needed: hangingOnPage(instrument, page),
    gone,
    isLast,
  };
}

/** What somebody sees before something is deleted. @throws Response the page of what is not there */
export function deletionPage({ id, instrument }: BuiltDraft, part: Part, locale: Locale) {
  const { locale: language } = wordingFor(instrument, locale);
  const { content, called, needed, gone, isLast } = deletable(instrument, part, language) ?? absent();
  const places = namedPlaces(instrument, needed, new Set(gone), locale);
  return { id, called, isLast, seen: partMark(content as Json), needed: places };
}

/** Deletes what its page has shown, and nothing that a colleague has changed since. */
export function deletePart(actor: Actor, id: string, part: Part, seen: string): Promise<Result<unknown>> {
  return editDraft(actor, id, ({ instrument }) => {
    const found = deletable(instrument, part, "en");
    if (!found) return refuse(NO_QUESTIONNAIRE);
    if (partMark(found.content as Json) !== seen) return refuse(PART_CHANGED);
    if (part.question !== undefined) return removeQuestion(instrument, part.question);
    const page = part.page ?? "";
    return part.end === undefined ? removePage(instrument, page) : ok(removeEnd(instrument, page, part.end));
  });
}

/** A place with what it is called. */
export interface NamedPlace extends Place {
  readonly called: string;
  /** it takes its rows from there, which is changed on the question's own page */
  readonly isCarried: boolean;
}

/** Whatever hangs on something that somebody wants to delete. @param gone the questions that would go */
function namedPlaces(
  instrument: Instrument,
  places: readonly Place[],
  gone: ReadonlySet<string>,
  locale: Locale,
): readonly NamedPlace[] {
  const { locale: language } = wordingFor(instrument, locale);
  return places.map((place) => ({
    ...place,
    called: calledAt(instrument, place, language),
    isCarried: isOnlyCarried(instrument, place, gone),
  }));
}

function calledAt(instrument: Instrument, { page, question, end }: Place, language: Locale): string {
  const found = findPage(instrument, page);
  const asked = question === undefined ? null : findQuestion(instrument, question);
  const title = wordsIn(found?.title, language) || page;
  if (asked) return `${title} › ${namedIn(asked, language)}`;
  const early = found?.ends?.find(({ name }) => name === end);
  return early ? `${title} › ${wordsIn(early.words, language) || early.name}` : title;
}

function isOnlyCarried(instrument: Instrument, { question }: Place, gone: ReadonlySet<string>): boolean {
  const asked = question === undefined ? null : findQuestion(instrument, question);
  return asked !== null && !questionsIn(asked.shownWhen).some((name) => gone.has(name));
}
