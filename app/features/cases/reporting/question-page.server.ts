import type { CaseReport } from "#app/features/cases/case-report.ts";
import { DEFAULT_CONSENT } from "#app/features/cases/consent.ts";
import { questionFields } from "#app/features/cases/questionnaire/question-fields.server.ts";
import type { FilledIn } from "#app/features/cases/questionnaire/question-fields.ts";
import { questionTitleKey } from "#app/features/cases/questionnaire/question-title.ts";
import { formValuesOf } from "#app/features/cases/questionnaire/report-form-values.ts";
import { nextQuestion, placeInReport, previousQuestion } from "#app/features/cases/questionnaire/report-progress.ts";
import { FREE_TEXT_QUESTIONS, type Question } from "#app/features/cases/questionnaire/report-questions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { paths } from "#app/paths.ts";
import type { QuestionPageData } from "./question-page.ts";
import type { Draft } from "./report-draft.server.ts";
import type { ReadDraft } from "./report-queries.server.ts";

/** The page of one question of a draft. */
export function questionPage(question: Question, { draft, readers }: ReadDraft, locale: Locale): QuestionPageData {
  const { key, section, required } = question;
  const { report, version } = draft;
  const before = previousQuestion(key, report);
  return {
    question: key,
    titleKey: questionTitleKey(key, report),
    section,
    ...placeInReport(question, report),
    required,
    isFreeText: FREE_TEXT_QUESTIONS.includes(key),
    fields: questionFields(key, report, locale),
    saved: savedOrDefault(question, report, locale),
    hasAnswers: Object.keys(report).length > 0,
    version,
    readers,
    back: before ? paths.draftQuestion(draft.id, before.slug) : paths.draft(draft.id),
    next: addressAfter(draft, nextQuestion(key, report)),
  };
}

/** Null stands for the check of all answers. */
export function addressAfter({ id }: Pick<Draft, "id">, question: Question | null): string {
  return question ? paths.draftQuestion(id, question.slug) : paths.draftCheck(id);
}

/** Consent begins at the least: whoever hurries past has given nothing away. */
function savedOrDefault({ key }: Question, report: CaseReport, locale: Locale): FilledIn {
  if (key === "consent" && !report.consent) return { consent: DEFAULT_CONSENT };
  return formValuesOf(key, report, locale);
}
