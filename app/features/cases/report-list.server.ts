import type { Actor } from "#app/access/actor.ts";
import { promiseOf } from "./case-promise.ts";
import { type ListedCase, listOwnReports } from "./case-queries.server.ts";
import type { Draft } from "./draft-commands.server.ts";
import type { ListedDraft, ListedReport, ReportList } from "./report-list.ts";
import { applicableQuestions, isReadyToSend } from "./report-progress.ts";
import { isAnswered } from "./report-questions.ts";

/** Drafts and sent reports of the actor's organisation, in as many words as a list needs. */
export async function readReportList(actor: Actor): Promise<ReportList> {
  const { drafts, cases } = await listOwnReports(actor);
  return { drafts: drafts.map(listedDraft), cases: cases.map(listedReport) };
}

function listedDraft({ id, report }: Draft): ListedDraft {
  const asked = applicableQuestions(report);
  return {
    id,
    incident: report.incident?.mainIncident ?? null,
    group: report.incidentGroup?.incidentGroup ?? null,
    answered: asked.filter((question) => isAnswered(question, report)).length,
    asked: asked.length,
    isReady: isReadyToSend(report),
  };
}

function listedReport({ id, reference, status, copy }: ListedCase): ListedReport {
  const { facts, receivedAt } = copy;
  return { id, reference, status, incident: facts.mainIncident, receivedAt, promise: promiseOf(copy) };
}
