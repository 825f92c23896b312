import type { OpenSession } from "#app/access/session.server.ts";
import { answersInWords } from "#app/features/surveys/answering/answer-words.ts";
import { answersText } from "#app/features/surveys/answering/answers-text.ts";
import { dropUnreachable, partedAnswers } from "#app/features/surveys/answering/dropping.ts";
import type { Filled } from "#app/features/surveys/answering/field-names.ts";
import { type PageRead, readPage, refusalOf } from "#app/features/surveys/answering/read-page.ts";
import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { missingAnswers, routed } from "#app/features/surveys/instruments/routing.ts";
import { languageFor } from "#app/features/surveys/instruments/words.ts";
import { drawPanelWords, type PanelWords, readPanelWords } from "#app/features/surveys/waves/panel-words.server.ts";
import {
  drawWords,
  newWordsFor,
  returnToAnswer,
  type SentReceipt,
  saveDraft,
  sendAnswer,
} from "#app/features/surveys/waves/respondent-commands.server.ts";
import { beginByLink, findWaveByLink } from "#app/features/surveys/waves/respondent-wave.server.ts";
import { WRONG_CODE } from "#app/features/surveys/waves/wave-refusals.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newCode } from "#app/platform/crypto/codes.server.ts";
import type { OpenSurvey } from "./open-survey.server.ts";
import { type OwnCopy, ownCopyJson } from "./own-copy.ts";
import type { ComparisonForm } from "./respondent-forms.ts";
import { startAnswering } from "./survey-session.server.ts";

/** The first Continue with a code: a session, with words to be written down. */
export async function beginSurvey(code: string): Promise<Result<OpenSession>> {
  const begun = await newWordsFor(code);
  return begun.ok ? ok(await startAnswering(begun.value.ticket, begun.value.words)) : begun;
}

/** The same by the open link, which first gives a code. */
export async function beginSurveyByLink(link: string): Promise<Result<OpenSession>> {
  const code = newCode();
  // First what may have to wait for others: whoever is told to come again has taken nobody's place.
  const drawn = (await findWaveByLink(link)) ? await drawWords(code) : refuse(WRONG_CODE);
  if (!drawn.ok) return drawn;
  const begun = await beginByLink(link, code);
  return begun.ok ? ok(await startAnswering(drawn.value.ticket, drawn.value.words)) : begun;
}

/** Comes back with code and words. */
export async function returnToSurvey(code: string, words: string): Promise<Result<OpenSession>> {
  const returned = await returnToAnswer(code, words);
  return returned.ok ? ok(await startAnswering(returned.value.ticket, null)) : returned;
}

/** Reads a page that was posted and keeps it. Nothing is kept of a page in which something is wrong. */
export async function keepPage(survey: OpenSurvey, page: string, filled: Filled): Promise<Result<PageRead>> {
  const read = readPage(survey.instrument, survey.answers, page, filled);
  const wrong = refusalOf(read);
  if (wrong) return refuse(wrong);
  const kept = await keep(survey, { answers: read.answers, panel: survey.panel });
  return kept.ok ? ok(read) : kept;
}

/** Keeps of a page what can be read, where it cannot be handed back to whoever filled it in: its session had ended. */
export async function keepReadable(survey: OpenSurvey, page: string, filled: Filled): Promise<Result<PageRead>> {
  const read = readPage(survey.instrument, survey.answers, page, filled);
  const kept = await keep(survey, { answers: read.answers, panel: survey.panel });
  return kept.ok ? ok(read) : kept;
}

async function keep({ instrument, ticket }: OpenSurvey, copy: OwnCopy): Promise<Result<null>> {
  const own = ownCopyJson(instrument, copy);
  return own.ok ? saveDraft(ticket, own.value) : own;
}

/**
 * Whether this answer may be set beside one of another survey: by words of an earlier one, by new ones, or not at all. It
 * is kept with the answers, and sent with them.
 */
export async function keepComparison(survey: OpenSurvey, form: ComparisonForm): Promise<Result<null>> {
  if (form.compare === "keep") return ok(null);
  const panel = await panelWordsFor(survey, form);
  return panel.ok ? keep(survey, { answers: survey.answers, panel: panel.value }) : panel;
}

async function panelWordsFor({ wave }: OpenSurvey, form: ComparisonForm): Promise<Result<PanelWords | null>> {
  if (form.compare === "new") return drawPanelWords(wave.teamId);
  return form.compare === "known" ? readPanelWords(wave.teamId, form.panelWords) : ok(null);
}

const INCOMPLETE = { kind: "conflict", code: "answering.incomplete" } as const;

/**
 * Sends what is asked, and nothing that is not. A way to be reached travels apart, under the team's key.
 * @param locale  in which the team is told how to reach them
 */
export async function sendSurvey(survey: OpenSurvey, locale: Locale): Promise<Result<SentReceipt>> {
  const { instrument, ticket, panel } = survey;
  const walk = routed(instrument, survey.answers);
  if (walk.end?.sends === false || missingAnswers(walk).length > 0) return refuse(INCOMPLETE);
  const { answers, apart } = partedAnswers(instrument, dropUnreachable(instrument, survey.answers).answers);
  const text = answersText(instrument, answers);
  if (!text.ok) return text;
  const contact = contactOf(survey, apart, locale);
  return sendAnswer(ticket, { answers: JSON.parse(text.value) as Json, contact, panelMark: panel?.mark ?? null });
}

/** In words, for a coordinator reads it without the questionnaire. Whoever only says no is not to be reached. */
function contactOf({ instrument, answers: all }: OpenSurvey, apart: Answers, locale: Locale): Json {
  const isWanted = Object.values(apart).some((value) => value !== "no");
  if (!isWanted) return null;
  const language = languageFor(locale, instrument.languages);
  const pages = answersInWords(instrument, routed(instrument, all), locale, codeWordsIn(language));
  const lines = pages.flatMap(({ answers }) =>
    answers.flatMap(({ question, label, lines: said }) =>
      Object.hasOwn(apart, question) ? said.flatMap(({ text }) => (text ? [{ label, text }] : [])) : [],
    ),
  );
  return { language, lines };
}
