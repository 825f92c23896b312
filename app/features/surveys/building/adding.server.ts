import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { findPage, type Instrument, type Kind, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { asks } from "#app/features/surveys/instruments/kinds.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { wrongFields } from "./building-refusals.ts";
import { editDraft } from "./draft-commands.server.ts";
import type { BuiltDraft } from "./draft-queries.server.ts";
import { namedIn, usableQuestions } from "./earlier-questions.ts";
import { nextName, pageNames, questionNames } from "./fresh-name.ts";
import { newQuestion } from "./kind-change.ts";
import { addEnd, addPage } from "./page-edits.ts";
import { addQuestion } from "./question-edits.ts";
import { mainLanguage } from "./sheets.ts";
import { wordingFor } from "./wording.server.ts";

/** Adds a part under a name that is free, and tells which. */
async function added(
  actor: Actor,
  id: string,
  add: (instrument: Instrument) => { readonly name: string; readonly added: Result<Instrument> },
): Promise<Result<{ name: string }>> {
  let name = "";
  const done = await editDraft(actor, id, ({ instrument }) => {
    const part = add(instrument);
    name = part.name;
    return part.added;
  });
  return done.ok ? ok({ name }) : done;
}

/** An empty page behind all others. */
export function addNewPage(actor: Actor, id: string, { title }: { readonly title: string }) {
  return added(actor, id, (instrument) => {
    const name = nextName("page_", instrument.pages.length, pageNames(instrument));
    const page = { name, title: { [mainLanguage(instrument)]: title }, questions: [] };
    return { name, added: addPage(instrument, page) };
  });
}

interface NewQuestion {
  readonly kind: Kind;
  readonly label: string;
}

/** A question behind all others of its page, with what its kind begins with. */
export function addNewQuestion(actor: Actor, id: string, page: string, { kind, label }: NewQuestion) {
  return added(actor, id, (instrument) => {
    const name = nextName("q", questionsOf(instrument).filter(asks).length, questionNames(instrument));
    const question = newQuestion(kind, name, { [mainLanguage(instrument)]: label });
    return { name, added: addQuestion(instrument, page, question) };
  });
}

interface NewEnd {
  readonly words: string;
  readonly question: string;
}

/** It begins with "where this was answered at all"; which answers end the survey is asked on its own page. */
export function addNewEnd(actor: Actor, id: string, page: string, { words, question }: NewEnd) {
  return added(actor, id, (instrument) => {
    const name = nextName("end_", 0, pageNames(instrument));
    const isUsable = usableQuestions(instrument, { page, end: name }).some((one) => one.name === question);
    const end = {
      ...{ name, sends: true, words: { [mainLanguage(instrument)]: words } },
      when: { op: "answered", question } as const,
    };
    const wrong = refuse(wrongFields({ question: "questionnaires.error.choose-question" }));
    return { name, added: isUsable ? addEnd(instrument, page, end) : wrong };
  });
}

/** @throws Response the page of what is not there */
export function endNewPage({ id, instrument }: BuiltDraft, page: string, locale: Locale) {
  if (!findPage(instrument, page)) throw notFound();
  const { locale: language } = wordingFor(instrument, locale);
  const questions = usableQuestions(instrument, { page, end: "" }).map((question) => ({
    value: question.name,
    label: namedIn(question, language),
  }));
  return { id, page, questions: questions.toReversed() };
}
