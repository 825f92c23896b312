import type { Locale } from "#app/i18n/locales.ts";
import { paths } from "#app/paths.ts";
import { promiseOf } from "./case-promise.ts";
import type { CaseReport, QuestionKey } from "./case-report.ts";
import type { CheckLink, CheckPageData } from "./check-page.ts";
import { questionTitleKey } from "./question-title.ts";
import { accountNumbersIn } from "./report-account-numbers.ts";
import { answerSections, readAnswer } from "./report-answers.server.ts";
import { reportedFacts } from "./report-facts.ts";
import { applicableQuestions, missingQuestions, prunedReport } from "./report-progress.ts";
import type { ReadDraft } from "./report-queries.server.ts";
import { questionOf } from "./report-questions.ts";

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
