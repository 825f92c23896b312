import type { IncidentType } from "./codes.ts";

/** The kinds of incident, in the order in which a report offers them. */
export const INCIDENT_GROUPS = [
  "account",
  "payment",
  "card_and_platform",
  "funding_and_people",
  "service",
  "digital",
  "mobility",
  "security_and_law",
] as const;
export type IncidentGroup = (typeof INCIDENT_GROUPS)[number];

const GROUPS: Record<IncidentGroup, readonly IncidentType[]> = {
  account: [
    "account_opening_refused",
    "account_closure_notice",
    "account_closed",
    "account_frozen",
    "account_restricted",
    "intrusive_document_request",
  ],
  payment: [
    "transfer_rejected",
    "transfer_returned",
    "transfer_delayed",
    "transfer_held_for_checks",
    "correspondent_refused",
    "channel_closed",
    "incoming_donation_blocked",
    "fees_increased",
  ],
  card_and_platform: [
    "card_cancelled",
    "payment_processor_terminated",
    "fundraising_platform_removed",
    "platform_funds_withheld",
  ],
  funding_and_people: [
    "donor_withdrawn",
    "grant_suspended",
    "partner_disengaged",
    "staff_resigned",
    "activity_stopped_out_of_fear",
    "precautionary_measure",
  ],
  service: [
    "insurance_refused",
    "audit_refused",
    "legal_counsel_refused",
    "landlord_refused",
    "vendor_refused",
    "travel_service_refused",
    "goods_blocked",
  ],
  digital: [
    "email_suspended",
    "cloud_software_suspended",
    "domain_hosting_suspended",
    "social_media_removed",
    "online_account_closed",
  ],
  mobility: ["visa_refused_or_revoked", "entry_ban", "travel_risk"],
  security_and_law: [
    "designation",
    "threat_or_harassment",
    "surveillance",
    "cyberattack",
    "criminal_proceedings",
    "raid_or_closure_by_authorities",
    "other_incident",
  ],
};

const GROUP_OF = new Map(INCIDENT_GROUPS.flatMap((group) => GROUPS[group].map((type) => [type, group] as const)));

export function incidentTypesOf(group: IncidentGroup): readonly IncidentType[] {
  return GROUPS[group];
}

export function incidentGroupOf(type: IncidentType): IncidentGroup {
  // Total because a test compares both tables; the fallback is the group that holds `other_incident`.
  return GROUP_OF.get(type) ?? "security_and_law";
}

/** Whether institutions turned somebody away, or something else happened. */
export const INCIDENT_KINDS = ["refusal", "other_harm"] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

const REFUSALS: readonly IncidentGroup[] = ["account", "payment", "card_and_platform", "service", "digital"];

export const incidentKindOf = (group: IncidentGroup): IncidentKind =>
  REFUSALS.includes(group) ? "refusal" : "other_harm";
