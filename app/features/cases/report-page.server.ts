import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { promiseOf } from "./case-promise.ts";
import { isUsable } from "./case-status.ts";
import { answerSections } from "./report-answers.server.ts";
import type { ReportPageData, ReportStep } from "./report-page.ts";
import { applicableQuestions, prunedReport } from "./report-progress.ts";
import type { ReadCase } from "./report-queries.server.ts";
import { isAnswered } from "./report-questions.ts";

/** A sent report with everything its reporter may know of it. */
export function reportPage({ own, readers }: ReadCase, locale: Locale): ReportPageData {
  const { body, copy, status, steps, id, reference } = own;
  const { report } = prunedReport(body.report);
  const answered = applicableQuestions(report).filter((question) => isAnswered(question, report));
  return {
    caseId: id,
    reference,
    incident: copy.facts.mainIncident,
    status,
    promise: promiseOf(copy),
    consent: report.consent?.consent ?? null,
    recipients: report.recipients?.recipients ?? null,
    readers,
    sections: answerSections(answered, report, locale, () => null),
    additions: body.additions,
    steps: steps.map(stepOf).reverse(),
    isUsable: isUsable(status),
  };
}

/** Steps that lead somewhere, and the messages that name where. */
const OUTCOMES: Readonly<Record<string, string>> = {
  "case.moved": "cases.status.*.meaning",
  "case.consent-changed": "report.consent.option.*",
};

function stepOf({ action, by, at, details }: CaseHistoryEntry): ReportStep {
  const to = details !== null && typeof details === "object" && "to" in details ? details.to : null;
  const pattern = OUTCOMES[action];
  return {
    title: `reports.step.${action.slice("case.".length)}`,
    outcome: pattern && typeof to === "string" ? pattern.replace("*", to) : null,
    by,
    at,
  };
}
