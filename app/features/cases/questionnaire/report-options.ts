import { AFFECTED_PERSONS, type AffectedParty, type CaseReport } from "#app/features/cases/case-report.ts";
import type { AffectedType, IncidentType, InstitutionType, StatedReason } from "#app/features/taxonomy/codes.ts";
import { AFFECTED_TYPES, INCIDENT_TYPES, INSTITUTION_TYPES } from "#app/features/taxonomy/codes.ts";
import {
  INCIDENT_GROUPS,
  type IncidentGroup,
  incidentGroupOf,
  incidentTypesOf,
} from "#app/features/taxonomy/incident-groups.ts";

/** Which answers a question offers, where the answers before it make the list shorter. */

const PERSONS: readonly AffectedType[] = [...AFFECTED_PERSONS, "other_affected"];

const ORGANISATIONS = AFFECTED_TYPES.filter((type) => !PERSONS.includes(type) || type === "other_affected");

const AFFECTED: Record<AffectedParty, readonly AffectedType[]> = {
  person: PERSONS,
  own_organisation: ORGANISATIONS,
  partner: ORGANISATIONS,
};

export function affectedTypesFor({ affected }: CaseReport): readonly AffectedType[] {
  return affected ? AFFECTED[affected.affected] : AFFECTED_TYPES;
}

export function incidentsFor({ incidentGroup }: CaseReport): readonly IncidentType[] {
  return incidentGroup ? incidentTypesOf(incidentGroup.incidentGroup) : INCIDENT_TYPES;
}

/** Everything but the main incident, its own group first. */
export function otherIncidentsFor({ incident }: CaseReport): readonly IncidentType[] {
  const main = incident?.mainIncident;
  if (!main) return INCIDENT_TYPES;
  const own = incidentGroupOf(main);
  const groups = [own, ...INCIDENT_GROUPS.filter((group) => group !== own)];
  return groups.flatMap(incidentTypesOf).filter((type) => type !== main);
}

const BANKS: readonly InstitutionType[] = [
  "commercial_bank",
  "cooperative_bank",
  "public_savings_bank",
  "postal_bank",
  "central_bank",
  "correspondent_bank",
  "beneficiary_bank",
];
const CARDS: readonly InstitutionType[] = [
  "card_issuer",
  "card_network",
  "payment_processor",
  "money_transfer_operator",
  "fundraising_platform",
];
const FUNDERS: readonly InstitutionType[] = ["private_donor", "public_donor", "partner_organisation", "employer"];
const SERVICES: readonly InstitutionType[] = [
  "insurer",
  "audit_firm",
  "law_firm",
  "landlord",
  "courier",
  "travel_platform",
];
const DIGITAL: readonly InstitutionType[] = [
  "cloud_email_provider",
  "hosting_or_registrar",
  "social_media_platform",
  "online_platform",
];

const LIKELY: Record<IncidentGroup, readonly InstitutionType[]> = {
  account: BANKS,
  payment: [...BANKS, ...CARDS],
  card_and_platform: [...CARDS, ...BANKS],
  funding_and_people: FUNDERS,
  service: SERVICES,
  digital: DIGITAL,
  mobility: ["state_authority", "travel_platform"],
  security_and_law: ["state_authority", "unknown_actor"],
};

function likelyInstitutions({ incidentGroup }: CaseReport): readonly InstitutionType[] {
  return incidentGroup ? LIKELY[incidentGroup.incidentGroup] : [];
}

/** The whole list, what is likely for this kind of incident on top. */
export function institutionTypesFor(report: CaseReport): readonly InstitutionType[] {
  const likely = likelyInstitutions(report);
  return [...likely, ...INSTITUTION_TYPES.filter((type) => !likely.includes(type))];
}

/**
 * How many options of a long list stand open; the rest waits behind a line that opens it. Undefined: all of them.
 * Somebody on a small screen should meet Continue before forty answers that are not theirs.
 */
export function openOptions(name: string, report: CaseReport): number | undefined {
  if (name === "institutionType") return likelyInstitutions(report).length || undefined;
  const main = report.incident?.mainIncident;
  return name === "otherIncidents" && main ? incidentTypesOf(incidentGroupOf(main)).length - 1 : undefined;
}

/** Reasons that only a reporter who was told none, or needs none, would choose: nothing further is asked about them. */
export const REASONS_NOT_TOLD: readonly StatedReason[] = ["none_given", "not_applicable", "unknown"];

/** The measures a reporter may name; the register holds the single listings, which a coordinator can enter. */
export const REPORT_MEASURES = [
  "us_eo_14203",
  "us_ct_listing",
  "us_country_programme",
  "ru_criminal_case",
  "un_country_programme",
  "national_ct_law",
  "none_or_unknown",
] as const;
