import type { CodeListName } from "#app/features/surveys/instruments/code-lists.ts";

/** The lists that make sense as answers; the others are how coordinators judge a case. */
export const OFFERED_LISTS = [
  "incident_type",
  "incident_group",
  "stated_reason",
  "institution_type",
  "affected_type",
  "payment_channel",
  "documents_requested",
  "remedy",
  "outcome",
  "consequence",
  "consent_level",
  "court_link",
  "amount_band",
  "duration_band",
  "people_kind",
  "regional_group",
  "ask",
  "currency",
] as const satisfies readonly CodeListName[];
