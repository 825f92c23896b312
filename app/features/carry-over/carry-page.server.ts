import type { CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import { answerText } from "#app/features/cases/questionnaire/answer-text.server.ts";
import { questionTitleKey } from "#app/features/cases/questionnaire/question-title.ts";
import { readAnswer } from "#app/features/cases/questionnaire/report-answers.server.ts";
import { questionOf } from "#app/features/cases/questionnaire/report-questions.ts";
import type { AnsweredPage } from "#app/features/surveys/answering/answer-words.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { CARRIED_QUESTIONS, type Offer } from "./carried-answers.ts";
import type { CarryPageData, OfferedPage } from "./carry-page.ts";

/** What may be taken along, in words, and what has no place in a report. */
export function carryPage(offers: readonly Offer[], pages: readonly AnsweredPage[], locale: Locale): CarryPageData {
  const answered = pages.flatMap(({ answers }) => answers);
  return {
    offers: offers.map((offer) => offered(offer, locale)),
    staysBehind: answered
      .filter(({ question, lines }) => lines.length > 0 && !CARRIED_QUESTIONS.has(question))
      .map(({ label }) => label),
  };
}

function offered({ name, key, choices }: Offer, locale: Locale): OfferedPage {
  return {
    name,
    titleKey: questionTitleKey(key, {}),
    choices: choices.map(({ value, piece }) => ({ value, words: wordsOf(piece, locale) })),
  };
}

/** A kind of incident goes with the incident, and is told alone where nothing more is known. */
const SAID_BY_ANOTHER: Partial<Record<QuestionKey, QuestionKey>> = { incidentGroup: "incident" };

function wordsOf(piece: CaseReport, locale: Locale): string {
  const keys = (Object.keys(piece) as QuestionKey[]).filter((key) => {
    const other = SAID_BY_ANOTHER[key];
    return other === undefined || piece[other] === undefined;
  });
  const parts = keys.flatMap((key) => readAnswer(questionOf(key), piece, locale, () => null).parts);
  return formatsFor(locale).list(parts.map((part) => answerText(part, locale)));
}
