import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { may } from "#app/access/policy.ts";
import { type Assessment, isDuplicate } from "#app/features/cases/case-record.ts";
import { possibleEvents } from "#app/features/cases/case-transition.ts";
import { suggestedUrgency } from "#app/features/cases/case-urgency.ts";
import { reasonsNotCounted } from "#app/features/cases/eligibility.ts";
import { suggestedOverCompliance } from "#app/features/cases/over-compliance.ts";
import { answerSections } from "#app/features/cases/questionnaire/report-answers.server.ts";
import { applicableQuestions, prunedReport } from "#app/features/cases/questionnaire/report-progress.ts";
import { isAnswered } from "#app/features/cases/questionnaire/report-questions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import { moverOf } from "./case-mover.ts";
import { caseRow, labelled } from "./case-row.server.ts";
import { isMove } from "./triage-forms.ts";
import type { CaseStanding, OverComplianceWords, UrgencySuggestion, WorkCasePageData } from "./work-case-page.ts";
import { findWorkCase, type WorkCase } from "./work-case-queries.server.ts";
import { workSteps } from "./work-steps.server.ts";

/** @throws Response the page of what is not there */
export async function readWorkCase(actor: Actor, caseId: CaseId): Promise<WorkCase> {
  const work = await findWorkCase(actor, caseId);
  if (!work) throw notFound();
  return work;
}

/** Where the case stands, in the words of one language. */
export function caseStanding(actor: Actor, work: WorkCase, locale: Locale): CaseStanding {
  return {
    row: caseRow(work, work.assessment, leadOf(actor, work), locale),
    version: work.version,
    now: now().toISOString(),
  };
}

/** A lead sees nobody else's handle. Coordinators know who may lead, and the history names whoever may no more. */
function leadOf(actor: Actor, { assessment, leads, people }: WorkCase): string | null {
  const { assignedUserId } = assessment;
  if (assignedUserId === null) return null;
  if (assignedUserId === actor.userId) return actor.handle;
  return leads.find(({ id }) => id === assignedUserId)?.handle ?? people[assignedUserId] ?? null;
}

/** Everything on one case, in the words of one language. The report is shown as it was sent: without answers that had become pointless. */
export function workCasePage(actor: Actor, work: WorkCase, locale: Locale): WorkCasePageData {
  const { body, copy, assessment, status } = work;
  const { report } = prunedReport(body.report);
  const answered = applicableQuestions(report).filter((question) => isAnswered(question, report));
  return {
    ...caseStanding(actor, work, locale),
    organisationName: body.organisationName,
    sourceKind: copy.facts.sourceKind,
    sourceRef: body.sourceRef,
    receivedAt: copy.receivedAt,
    sections: answerSections(answered, report, locale, () => null),
    additions: body.additions,
    steps: workSteps(work, locale),
    suggestion: urgencySuggestion(work, locale),
    overCompliance: overComplianceWords(assessment),
    institution: {
      typed: body.report.institution?.institutionName ?? null,
      matched: assessment.institution ?? null,
    },
    eligibility: assessment.eligibility,
    notCounted: reasonsNotCounted({
      eligibility: assessment.eligibility,
      boundToParty: work.isBound && work.assessment.boundTo !== null,
      consent: copy.facts.consent ?? "c0_none",
      status,
      isDuplicate: isDuplicate(assessment),
    }),
    may: {
      move: !isDuplicate(assessment) && possibleEvents(status, moverOf(actor)).some(isMove),
      triage: may(actor, "case.triage"),
      assign: may(actor, "case.assign"),
      bind: may(actor, "case.bind") && !work.isBound,
      wall: may(actor, "case.wall") && !work.isWalled,
    },
  };
}

/** What the rules say today: a date that was far away on arrival may have come near. */
export function urgencySuggestion({ copy }: WorkCase, locale: Locale): UrgencySuggestion {
  const { urgency, rule } = suggestedUrgency(copy.facts, isoDayOf(now()));
  return { urgency: labelled("urgency", urgency, locale), rule };
}

export function overComplianceWords({ overCompliance, test }: Assessment): OverComplianceWords {
  return { answer: overCompliance, test, suggested: test && suggestedOverCompliance(test) };
}
