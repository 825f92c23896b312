import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import { promiseOf } from "#app/features/cases/case-promise.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { changesOf } from "#app/features/cases/history/step-changes.ts";
import { toldChanges } from "#app/features/cases/history/told-changes.server.ts";
import { answerSections } from "#app/features/cases/questionnaire/report-answers.server.ts";
import type { AnswerSection } from "#app/features/cases/questionnaire/report-answers.ts";
import { applicableQuestions, prunedReport } from "#app/features/cases/questionnaire/report-progress.ts";
import { isAnswered } from "#app/features/cases/questionnaire/report-questions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { reportTitle } from "./report-list.server.ts";
import type { ReportPageData, ReportStep } from "./report-page.ts";
import type { ReadCase } from "./report-queries.server.ts";

/** A sent report with everything its reporter may know of it. */
export function reportPage({ own, readers }: ReadCase, locale: Locale): ReportPageData {
  const { body, copy, status, steps, id, reference } = own;
  const { report } = prunedReport(body.report);
  const answered = applicableQuestions(report).filter((question) => isAnswered(question, report));
  return {
    caseId: id,
    reference,
    title: reportTitle(copy.facts.mainIncident, locale),
    status,
    promise: promiseOf(copy),
    consent: report.consent?.consent ?? null,
    recipients: report.recipients?.recipients ?? null,
    readers,
    sections: withoutBlanks(answerSections(answered, report, locale, () => null)),
    additions: body.additions,
    steps: steps.map((step, place) => stepOf(step, steps.slice(0, place), locale)).reverse(),
    isUsable: isUsable(status),
  };
}

/** What was left empty says nothing once it can no longer be filled in. */
function withoutBlanks(sections: readonly AnswerSection[]): readonly AnswerSection[] {
  return sections
    .map(({ section, answers }) => ({ section, answers: answers.filter(({ parts }) => parts.length > 0) }))
    .filter(({ answers }) => answers.length > 0);
}

/** Steps that lead somewhere, and the messages that name where. */
const OUTCOMES: Readonly<Record<string, string>> = {
  "case.moved": "cases.status.*.meaning",
  "case.consent-changed": "report.consent.option.*",
};

/** Only what lies under the case key comes here: nobody is named in it, and no judgement told. */
function stepOf(step: CaseHistoryEntry, earlier: readonly CaseHistoryEntry[], locale: Locale): ReportStep {
  const { action, by, at, details } = step;
  const to = details !== null && typeof details === "object" && "to" in details ? details.to : null;
  const pattern = OUTCOMES[action];
  return {
    title: `reports.step.${action.slice("case.".length)}`,
    outcome: pattern && typeof to === "string" ? pattern.replace("*", to) : null,
    changes: toldChanges(changesOf(step, earlier), locale, {}),
    by,
    at,
  };
}
