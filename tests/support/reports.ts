import type { Actor } from "#app/access/actor.ts";
import type { CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import { saveAnswer, startDraft } from "#app/features/cases/draft-commands.server.ts";
import { submitDraft } from "#app/features/cases/report-commands.server.ts";
import type { CaseId, DraftId } from "#app/kernel/id.ts";
import { valueFrom } from "./world.ts";

/** A whole, valid report of an account closure, with overrides. */
export function aReport(overrides: CaseReport = {}): CaseReport {
  return {
    listedParties: { listedParty: "no" },
    affected: { affected: "own_organisation" },
    affectedType: { affectedType: "cso" },
    affectedCountry: { affectedCountry: "NL" },
    incidentGroup: { incidentGroup: "account" },
    incident: { mainIncident: "account_closure_notice" },
    institutionType: { institutionType: "commercial_bank" },
    institution: { institutionName: "Northern Savings Bank", institutionCountry: "DE" },
    started: { startedOn: { date: "2026-01-10", precision: "day" } },
    ongoing: { ongoing: "yes" },
    danger: { dangerToPersons: "no" },
    moneyAtRisk: { moneyLostWithin72h: "no" },
    reason: { statedReason: "none_given" },
    story: { story: "The bank wrote that it will end our account." },
    risk: { riskIfNamed: "moderate" },
    consent: { consent: "c2_aggregate" },
    ...overrides,
  };
}

/** Types a report in, one answer after the other, as the pages do. */
export async function typeIn(actor: Actor, report: CaseReport): Promise<DraftId> {
  const { draftId } = valueFrom(await startDraft(actor));
  let version = 1;
  for (const [key, answer] of Object.entries(report))
    valueFrom(await saveAnswer(actor, draftId, version++, key as QuestionKey, answer as never));
  return draftId;
}

export async function sendReport(actor: Actor, overrides: CaseReport = {}): Promise<CaseId> {
  return valueFrom(await submitDraft(actor, await typeIn(actor, aReport(overrides)))).caseId;
}
