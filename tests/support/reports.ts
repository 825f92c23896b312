import type { Actor } from "#app/access/actor.ts";
import { sendReport as send } from "#app/cli/demo/reports.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import type { CaseId } from "#app/kernel/id.ts";

export { typeIn } from "#app/cli/demo/reports.ts";

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
    risk: { riskIfNamed: "guarded" },
    consent: { consent: "c2_aggregate" },
    ...overrides,
  };
}

export function sendReport(actor: Actor, overrides: CaseReport = {}): Promise<CaseId> {
  return send(actor, aReport(overrides));
}
