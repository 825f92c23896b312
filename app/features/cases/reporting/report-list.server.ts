import type { Actor } from "#app/access/actor.ts";
import { promiseOf } from "#app/features/cases/case-promise.ts";
import type { ListedCase } from "#app/features/cases/case-queries.server.ts";
import { applicableQuestions, isReadyToSend } from "#app/features/cases/questionnaire/report-progress.ts";
import { isAnswered } from "#app/features/cases/questionnaire/report-questions.ts";
import type { IncidentType } from "#app/features/taxonomy/codes.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Draft } from "./report-draft.server.ts";
import type { ListedDraft, ListedReport, ReportList } from "./report-list.ts";
import { listOwnReports } from "./report-queries.server.ts";

/** Drafts and sent reports of the actor's organisation, in as many words as a list needs. */
export async function readReportList(actor: Actor, locale: Locale): Promise<ReportList> {
  const { drafts, cases } = await listOwnReports(actor);
  return {
    drafts: drafts.map((draft) => listedDraft(draft, locale)),
    cases: cases.map((one) => listedReport(one, locale)),
  };
}

/** What a report is called, for it has no name: what happened. */
export function reportTitle(incident: IncidentType | null | undefined, locale: Locale): string | null {
  return incident ? labelOf("incident_type", incident, locale) : null;
}

function listedDraft({ id, report }: Draft, locale: Locale): ListedDraft {
  const asked = applicableQuestions(report);
  return {
    id,
    title: reportTitle(report.incident?.mainIncident, locale),
    group: report.incidentGroup?.incidentGroup ?? null,
    answered: asked.filter((question) => isAnswered(question, report)).length,
    asked: asked.length,
    isReady: isReadyToSend(report),
  };
}

function listedReport({ id, reference, status, copy }: ListedCase, locale: Locale): ListedReport {
  const { facts, receivedAt } = copy;
  const title = reportTitle(facts.mainIncident, locale);
  return { id, reference, status, title, receivedAt, promise: promiseOf(copy) };
}
