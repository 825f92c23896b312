import { AFFECTED_PERSONS, type CaseReport } from "#app/features/cases/case-report.ts";
import type { AffectedType } from "#app/features/taxonomy/codes.ts";
import { incidentGroupOf } from "#app/features/taxonomy/incident-groups.ts";
import { amountBand } from "#app/kernel/money.ts";
import type { IncidentCells } from "./public-incident.ts";

const PERSONS: readonly AffectedType[] = AFFECTED_PERSONS;

/**
 * A public incident in the form of a report, so that a coordinator reads both alike. What the source does not say stays
 * unanswered: nothing is guessed, not even whether the harm goes on. Public material counts in totals (c2).
 * Such a report is not pruned: a source may tell more than a reporter would have been asked.
 */
export function incidentReport(incident: IncidentCells): CaseReport {
  const { endedOn, currency, amount, statedReason, noticeDays, outcome, institutionType } = incident;
  return {
    affected: { affected: PERSONS.includes(incident.affectedType) ? "person" : "partner" },
    affectedType: { affectedType: incident.affectedType },
    affectedName: { affectedName: incident.affectedName?.slice(0, 200) ?? null },
    affectedCountry: { affectedCountry: incident.country },
    incidentGroup: { incidentGroup: incidentGroupOf(incident.mainIncident) },
    incident: { mainIncident: incident.mainIncident },
    otherIncidents: { otherIncidents: incident.otherIncidents.filter((type) => type !== incident.mainIncident) },
    ...(institutionType && { institutionType: { institutionType } }),
    institution: {
      institutionName: incident.institutionName?.slice(0, 200) ?? null,
      institutionCountry: incident.institutionCountry,
    },
    started: { startedOn: incident.startedOn },
    ...(endedOn && { ongoing: { ongoing: "no" as const }, ended: { endedOn } }),
    channel: { channel: incident.channel },
    amount: { currency, amountMinor: amount?.amountMinor ?? null, amountBand: amount && amountBand(amount) },
    ...(statedReason && { reason: { statedReason } }),
    courtRelated: { courtRelated: incident.isCourtRelated ? "yes" : "no" },
    measure: { measure: incident.measure },
    notice: { noticeDays },
    documents: { documents: [...incident.documents] },
    remedies: { remedies: [...incident.remedies] },
    ...(outcome && { outcome: { outcome } }),
    consequences: { consequences: [...incident.consequences] },
    people: { peopleAffected: incident.peopleAffected, peopleKind: incident.peopleKind },
    story: { story: storyOf(incident) },
    risk: { riskIfNamed: "minimal" },
    consent: { consent: "c2_aggregate" },
  };
}

function storyOf({ title, reasonDetail, notes, sourceTitle, sourceYear, sourceUrl }: IncidentCells): string {
  const source = [sourceTitle, sourceYear, sourceUrl].filter((part) => part !== null).join(", ");
  return [title, reasonDetail, notes, source].filter(Boolean).join("\n\n");
}
