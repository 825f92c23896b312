import { DATE_PRECISIONS, type DatePrecision } from "#app/kernel/date-with-precision.ts";
import { AMOUNT_BANDS, type AmountBand } from "#app/kernel/money.ts";

/**
 * Every code of the taxonomy. Codes never change and are never taken away; labels may.
 * The place of a code in its list is its number in sealed facets (`dictionary.ts`): add at the end, nowhere else.
 */
export const INCIDENT_TYPES = [
  "account_opening_refused",
  "account_closure_notice",
  "account_closed",
  "account_frozen",
  "account_restricted",
  "intrusive_document_request",
  "transfer_rejected",
  "transfer_returned",
  "transfer_delayed",
  "transfer_held_for_checks",
  "correspondent_refused",
  "channel_closed",
  "incoming_donation_blocked",
  "fees_increased",
  "card_cancelled",
  "payment_processor_terminated",
  "fundraising_platform_removed",
  "platform_funds_withheld",
  "donor_withdrawn",
  "grant_suspended",
  "partner_disengaged",
  "staff_resigned",
  "activity_stopped_out_of_fear",
  "precautionary_measure",
  "insurance_refused",
  "audit_refused",
  "legal_counsel_refused",
  "landlord_refused",
  "vendor_refused",
  "travel_service_refused",
  "goods_blocked",
  "email_suspended",
  "cloud_software_suspended",
  "domain_hosting_suspended",
  "social_media_removed",
  "online_account_closed",
  "visa_refused_or_revoked",
  "entry_ban",
  "travel_risk",
  "designation",
  "threat_or_harassment",
  "surveillance",
  "cyberattack",
  "criminal_proceedings",
  "raid_or_closure_by_authorities",
  "other_incident",
] as const;
export type IncidentType = (typeof INCIDENT_TYPES)[number];

export const STATED_REASONS = [
  "none_given",
  "risk_appetite",
  "sanctions_listing",
  "sanctions_association",
  "fear_of_penalties",
  "country_exposure",
  "keyword_match",
  "aml_cft_concern",
  "reputational_risk",
  "commercial_decision",
  "edd_cost",
  "edd_review",
  "missing_documents",
  "policy_change",
  "terms_violation",
  "correspondent_pressure",
  "legal_order",
  "not_applicable",
  "unknown",
  "other_reason",
] as const;
export type StatedReason = (typeof STATED_REASONS)[number];

export const INSTITUTION_TYPES = [
  "commercial_bank",
  "cooperative_bank",
  "public_savings_bank",
  "postal_bank",
  "central_bank",
  "correspondent_bank",
  "beneficiary_bank",
  "card_issuer",
  "card_network",
  "payment_processor",
  "money_transfer_operator",
  "fundraising_platform",
  "insurer",
  "audit_firm",
  "law_firm",
  "landlord",
  "courier",
  "travel_platform",
  "cloud_email_provider",
  "hosting_or_registrar",
  "social_media_platform",
  "online_platform",
  "private_donor",
  "public_donor",
  "partner_organisation",
  "employer",
  "state_authority",
  "unknown_actor",
  "none",
  "other_institution",
] as const;
export type InstitutionType = (typeof INSTITUTION_TYPES)[number];

export const AFFECTED_TYPES = [
  "cso",
  "humanitarian_ngo",
  "faith_based_charity",
  "solidarity_group",
  "victims_group",
  "lawyer_or_academic",
  "media_nonprofit",
  "fundraiser_organiser",
  "fundraising_platform_operator",
  "court",
  "court_official",
  "court_staff",
  "un_mandate_holder",
  "family_member",
  "other_affected",
] as const;
export type AffectedType = (typeof AFFECTED_TYPES)[number];

export const PAYMENT_CHANNELS = [
  "bank_account",
  "bank_transfer",
  "domestic_transfer",
  "cross_border_transfer",
  "sepa",
  "sepa_direct_debit",
  "swift",
  "correspondent_banking",
  "standing_order",
  "card",
  "online_payment",
  "crowdfunding",
  "payroll",
  "cash_or_hawala",
  "crypto",
] as const;
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

export const MESSAGE_TYPES = ["mt103", "pacs_008", "pacs_004", "pacs_002", "camt_056", "unknown_message"] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

export const DOCUMENTS_REQUESTED = [
  "identity_of_trustees",
  "signature_of_trustee",
  "member_list",
  "donor_list",
  "beneficiary_details",
  "staff_list",
  "tax_records",
  "income_statement",
  "audited_accounts",
  "statutes_or_internal_papers",
  "grant_agreement",
  "invoice_or_contract",
  "letter_from_beneficiary",
  "proof_of_beneficiary",
  "proof_of_spending",
  "explanation_of_payment",
  "explanation_of_links",
  "explanation_of_use",
  "photo_identity",
  "location",
  "sanctions_declaration",
  "details_of_work_with_court",
  "other_document",
] as const;
export type DocumentRequested = (typeof DOCUMENTS_REQUESTED)[number];

export const REMEDIES = [
  "complaint",
  "negotiation",
  "ombudsman",
  "regulator_complaint",
  "appeal_to_authorities",
  "political_appeal",
  "licence_application",
  "general_licence_relied_on",
  "blocking_statute_art2_report",
  "blocking_statute_art5_request",
  "delisting_request",
  "litigation",
  "litigation_announced",
  "public_campaign",
  "alternative_provider",
  "alternative_route",
  "third_country_route",
  "cash_carried",
  "personal_account_used",
  "un_special_procedures",
  "none_tried",
] as const;
export type Remedy = (typeof REMEDIES)[number];

export const OUTCOMES = [
  "open",
  "reversed",
  "worked_around",
  "moved_elsewhere",
  "injunction_granted",
  "won",
  "lost",
  "licence_granted",
  "licence_refused",
  "case_closed",
  "given_up",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CONSEQUENCES = [
  "staff_unpaid",
  "staff_dismissed",
  "staff_lost",
  "staff_in_danger",
  "programme_suspended",
  "programme_delayed",
  "programme_at_risk",
  "programme_disrupted",
  "beneficiaries_affected",
  "victims_representation_interrupted",
  "victims_participation_hindered",
  "cooperation_with_court_stopped",
  "evidence_not_shared",
  "evidence_archive_lost",
  "casework_halted",
  "advocacy_isolated",
  "event_disrupted",
  "travel_stopped",
  "travel_booking_difficult",
  "income_lost",
  "donations_stopped",
  "funds_inaccessible",
  "funds_at_risk",
  "funds_moved",
  "no_access_to_banking",
  "no_access_to_own_funds",
  "suppliers_unpaid",
  "supplies_blocked",
  "contracts_not_honoured",
  "eviction_notice",
  "extra_cost",
  "riskier_channel_used",
  "moved_to_other_provider",
  "communications_disrupted",
  "everyday_services_lost",
  "purchases_failed",
  "family_life_affected",
  "payroll_prepaid",
  "evidence_backed_up",
  "documents_printed",
  "suppliers_replaced",
  "security_measures_needed",
  "self_censorship",
  "psychological_strain",
] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

export const SEVERITIES = ["low", "moderate", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const URGENCIES = ["u1_24h", "u2_3d", "u3_10d", "u4_next_review"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const RISK_LEVELS = ["minimal", "guarded", "elevated", "severe"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

export const CONSENT_LEVELS = [
  "c0_none",
  "c1_internal",
  "c2_aggregate",
  "c3_anonymised_narrative",
  "c4_confidential_to_named",
  "c5_public_named",
] as const;
export type ConsentLevel = (typeof CONSENT_LEVELS)[number];

export const TLP_MARKS = ["tlp_red", "tlp_amber_strict", "tlp_amber", "tlp_green", "tlp_clear"] as const;
export type TlpMark = (typeof TLP_MARKS)[number];

export const CORROBORATIONS = [
  "self_report",
  "document_seen",
  "confirmed_by_institution",
  "court_record",
  "regulator",
  "several_reports",
  "single_report",
  "survey_testimony",
] as const;
export type Corroboration = (typeof CORROBORATIONS)[number];

export const CASE_STATUSES = [
  "received",
  "needs_clarification",
  "triaged",
  "support_ongoing",
  "escalated",
  "resolved",
  "closed",
  "withdrawn_by_reporter",
  "erased",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const COURT_LINKS = [
  "documentation",
  "evidence_submission",
  "victim_support",
  "legal_representation",
  "witness_intermediary",
  "advocacy",
  "expert_or_consultant",
  "supplier_to_court",
  "court_itself",
  "funder_of_such_work",
  "no_link",
] as const;
export type CourtLink = (typeof COURT_LINKS)[number];

export const DURATION_BANDS = ["lt_1w", "1w_4w", "1m_3m", "3m_6m", "6m_12m", "gt_12m", "ongoing"] as const;
export type DurationBand = (typeof DURATION_BANDS)[number];

export const PEOPLE_KINDS = [
  "staff",
  "official",
  "lawyer",
  "members",
  "trustees",
  "donors",
  "family",
  "families",
  "beneficiaries",
  "victims",
  "organisations",
] as const;
export type PeopleKind = (typeof PEOPLE_KINDS)[number];

export { AMOUNT_BANDS, type AmountBand, DATE_PRECISIONS, type DatePrecision };

/** The lists by the name they carry in the reference file. */
export const LISTS = {
  incident_type: INCIDENT_TYPES,
  stated_reason: STATED_REASONS,
  institution_type: INSTITUTION_TYPES,
  affected_type: AFFECTED_TYPES,
  payment_channel: PAYMENT_CHANNELS,
  message_type: MESSAGE_TYPES,
  documents_requested: DOCUMENTS_REQUESTED,
  remedy: REMEDIES,
  outcome: OUTCOMES,
  consequence: CONSEQUENCES,
  severity: SEVERITIES,
  urgency: URGENCIES,
  risk_level: RISK_LEVELS,
  consent_level: CONSENT_LEVELS,
  tlp: TLP_MARKS,
  corroboration: CORROBORATIONS,
  date_precision: DATE_PRECISIONS,
  case_status: CASE_STATUSES,
  court_link: COURT_LINKS,
  amount_band: AMOUNT_BANDS,
  duration_band: DURATION_BANDS,
  people_kind: PEOPLE_KINDS,
} as const;

export type ListName = keyof typeof LISTS;
export type CodeOf<List extends ListName> = (typeof LISTS)[List][number];

export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];

/** Whether `text` is a code of the list. */
export function isCode<List extends ListName>(list: List, text: string): text is CodeOf<List> {
  return (LISTS[list] as readonly string[]).includes(text);
}
