import { promiseOf } from "#app/features/cases/case-promise.ts";
import type { CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import { questionTitleKey } from "#app/features/cases/questionnaire/question-title.ts";
import { accountNumbersIn } from "#app/features/cases/questionnaire/report-account-numbers.ts";
import { answerSections, readAnswer } from "#app/features/cases/questionnaire/report-answers.server.ts";
import {
  applicableQuestions,
  missingQuestions,
  prunedReport,
} from "#app/features/cases/questionnaire/report-progress.ts";
import { questionOf } from "#app/features/cases/questionnaire/report-questions.ts";
import { reportedFacts } from "#app/features/cases/report-facts.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { paths } from "#app/paths.ts";
import type { CheckLink, CheckPageData } from "./check-page.ts";
import type { ReadDraft } from "./report-queries.server.ts";

/** The answers of a draft to be checked, as they would be sent now. */
export function checkPage({ draft, readers }: ReadDraft, locale: Locale, now: Date): CheckPageData {
  const { report, dropped } = prunedReport(draft.report);
  const hrefOf = (slug: string) => paths.draftQuestion(draft.id, slug);
  const linkTo = (key: QuestionKey): CheckLink => ({
    titleKey: questionTitleKey(key, report),
    href: hrefOf(questionOf(key).slug),
  });
  const missing = missingQuestions(report);
  return {
    draftId: draft.id,
    version: draft.version,
    sections: answerSections(applicableQuestions(report), report, locale, hrefOf),
    dropped: dropped.map((key) => readAnswer(questionOf(key), draft.report, locale, hrefOf)),
    missing: missing.map(({ key }) => linkTo(key)),
    numbered: accountNumbersIn(report).map(({ key, places }) => ({ ...linkTo(key), places })),
    consent: report.consent?.consent ?? null,
    promise: missing.length === 0 ? promiseFor(report, now) : null,
    readers,
  };
}

function promiseFor(report: CaseReport, now: Date) {
  const facts = reportedFacts(report, { sourceKind: "account", corroboration: "self_report" });
  return promiseOf({ facts, receivedAt: now.toISOString() });
}
