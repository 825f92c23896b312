import type { Answer, CaseReport } from "#app/features/cases/case-report.ts";
import type { IncidentType, InstitutionType } from "#app/features/taxonomy/codes.ts";
import { type IncidentGroup, incidentGroupOf, incidentTypesOf } from "#app/features/taxonomy/incident-groups.ts";
import { compareDates, earliestDay, latestDay } from "#app/kernel/date-with-precision.ts";
import { affectedTypesFor, REASONS_NOT_TOLD } from "./report-options.ts";

/** When a question applies. Each rule looks only at questions that stand before the one it is for. */

/** The organisation's or a person's own step: nobody acted against them, so nobody is asked about. */
const OWN_STEPS: readonly IncidentType[] = [
  "staff_resigned",
  "activity_stopped_out_of_fear",
  "precautionary_measure",
  "travel_risk",
];
const NO_INSTITUTION: readonly InstitutionType[] = ["none", "unknown_actor"];
const BANKING: readonly IncidentGroup[] = ["account", "payment", "card_and_platform"];
const WITH_MONEY: readonly IncidentType[] = ["donor_withdrawn", "grant_suspended"];
const WITH_NOTICE: readonly IncidentType[] = [
  "account_closure_notice",
  "account_closed",
  "channel_closed",
  "card_cancelled",
  "payment_processor_terminated",
  "fundraising_platform_removed",
  "grant_suspended",
];
const NOTICE_GROUPS: readonly IncidentGroup[] = ["service", "digital"];

function incidentsOf({ incident, otherIncidents }: CaseReport): readonly IncidentType[] {
  return [...(incident ? [incident.mainIncident] : []), ...(otherIncidents?.otherIncidents ?? [])];
}

const touches = (report: CaseReport, groups: readonly IncidentGroup[]) =>
  incidentsOf(report).some((type) => groups.includes(incidentGroupOf(type)));
const holds = (report: CaseReport, types: readonly IncidentType[]) =>
  incidentsOf(report).some((type) => types.includes(type));

export const affectsOthers = ({ affected }: CaseReport) =>
  affected !== undefined && affected.affected !== "own_organisation";
export const somebodyActed = ({ incident }: CaseReport) =>
  incident !== undefined && !OWN_STEPS.includes(incident.mainIncident);
export const institutionKnown = (report: CaseReport) =>
  somebodyActed(report) &&
  report.institutionType !== undefined &&
  !NO_INSTITUTION.includes(report.institutionType.institutionType);
export const somebodyRefused = institutionKnown;
export const isOver = ({ ongoing }: CaseReport) => ongoing?.ongoing === "no";
export const mayGoOn = ({ ongoing }: CaseReport) => ongoing !== undefined && ongoing.ongoing !== "no";
export const concernsBanks = (report: CaseReport) => touches(report, BANKING);
export const moneyMayBeLost = (report: CaseReport) => mayGoOn(report) && concernsMoney(report);
export const concernsPayments = (report: CaseReport) => touches(report, ["payment", "card_and_platform"]);
export const concernsMoney = (report: CaseReport) => concernsBanks(report) || holds(report, WITH_MONEY);
export const noticeIsUsual = (report: CaseReport) => touches(report, NOTICE_GROUPS) || holds(report, WITH_NOTICE);
export const reasonWasTold = (report: CaseReport) =>
  somebodyRefused(report) && report.reason !== undefined && !REASONS_NOT_TOLD.includes(report.reason.statedReason);
export const triedSomething = ({ remedies }: CaseReport) =>
  remedies?.remedies.some((remedy) => remedy !== "none_tried") ?? false;
export const costMore = ({ consequences }: CaseReport) => consequences?.consequences.includes("extra_cost") ?? false;
export const namesRecipients = ({ consent }: CaseReport) => consent?.consent === "c4_confidential_to_named";

/** When an answer still agrees with the answers before it. */

export const typeFitsParty = ({ affectedType }: Answer<"affectedType">, report: CaseReport) =>
  affectedTypesFor(report).includes(affectedType);
export const incidentFitsGroup = ({ mainIncident }: Answer<"incident">, { incidentGroup }: CaseReport) =>
  incidentGroup !== undefined && incidentTypesOf(incidentGroup.incidentGroup).includes(mainIncident);
export const othersLeaveOutMain = ({ otherIncidents }: Answer<"otherIncidents">, { incident }: CaseReport) =>
  incident === undefined || !otherIncidents.includes(incident.mainIncident);
export const resultsOfWhatWasTried = ({ results }: Answer<"remedyResults">, { remedies }: CaseReport) =>
  results.every(({ remedy }) => remedies?.remedies.includes(remedy));

/** Judged by what is certain: an end in "2025" can follow a start in "2025-08". */
export function endsAfterStart({ endedOn }: Answer<"ended">, { started }: CaseReport): boolean {
  const first = started ? earliestDay(started.startedOn) : null;
  const last = latestDay(endedOn);
  return first === null || last === null || first <= last || compareDates(started!.startedOn, endedOn) <= 0;
}
