import { csvText } from "#app/kernel/csv.ts";

/**
 * Three table sets over the incidents that were in the newspapers: small, public, and in the form in which this room
 * takes a release, so that anybody can try it and see what is withheld. Fifty-five organisations and people stand behind
 * seventy-eight incidents; nearly every fine cell rests on fewer than five of them.
 */
export type SeedRow = Readonly<Record<string, string>>;

/** Codes of the taxonomy of incidents by group, as far as they occur. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  account: [
    "account_opening_refused",
    "account_closure_notice",
    "account_closed",
    "account_frozen",
    "account_restricted",
  ],
  payment: [
    "transfer_rejected",
    "transfer_returned",
    "transfer_delayed",
    "transfer_held_for_checks",
    "correspondent_refused",
    "channel_closed",
    "incoming_donation_blocked",
  ],
  card_and_platform: [
    "card_cancelled",
    "payment_processor_terminated",
    "fundraising_platform_removed",
    "platform_funds_withheld",
  ],
  other: [
    "donor_withdrawn",
    "partner_disengaged",
    "staff_resigned",
    "activity_stopped_out_of_fear",
    "precautionary_measure",
    "vendor_refused",
    "email_suspended",
    "social_media_removed",
    "online_account_closed",
    "visa_refused_or_revoked",
    "travel_risk",
    "cyberattack",
    "criminal_proceedings",
  ],
};
const PLACES: Readonly<Record<string, readonly string[]>> = {
  europe: ["GB", "NL", "DE", "CH", "SE", "IT"],
  elsewhere: ["US", "PS", "KP", "TR", "SY", "IL"],
  not_said: ["NOT_SAID"],
};

const tree = (groups: Readonly<Record<string, readonly string[]>>) => [
  ["ALL", Object.keys(groups)],
  ...Object.entries(groups),
];
const flat = (column: string, codes: readonly string[]) => ({ column, total: "ALL", sums: [["ALL", codes]] });
const DIMENSIONS = {
  type: { column: "type", total: "ALL", sums: tree(TYPES), coarsen: ["leaf", "group", "total"] },
  place: { column: "place", total: "ALL", sums: tree(PLACES), coarsen: ["leaf", "region", "total"] },
  court: flat("court", ["yes", "no"]),
  severity: flat("severity", ["low", "moderate", "high", "critical"]),
};

const COHORT = "public-incidents";
const set = (release: string, tables: readonly object[]) => ({
  release,
  ...(release !== COHORT && { cohort: COHORT }),
  seed: `public, and so is its seed: ${release}`,
  dimensions: DIMENSIONS,
  tables,
});

/** In the order in which they are released: each is bound by those before it. */
export const TABLE_SETS: readonly ReturnType<typeof set>[] = [
  set(COHORT, [
    { id: "by-type", measure: "cases", dimensions: ["type"] },
    { id: "by-type-and-court", measure: "cases", dimensions: ["type", "court"] },
  ]),
  set("public-incidents-places", [
    { id: "by-place", measure: "cases", dimensions: ["place"] },
    { id: "by-place-and-court", measure: "cases", dimensions: ["place", "court"], minimumLevel: "region" },
  ]),
  set("public-incidents-severity", [
    { id: "by-severity", measure: "cases", dimensions: ["severity"] },
    { id: "by-severity-court", measure: "cases", dimensions: ["severity"], where: { court: "yes" } },
    { id: "share-of-the-court", measure: "share", part: "by-severity-court", whole: "by-severity" },
  ]),
];

/** Rows of the incidents file as microdata. A blank name is somebody of its own. */
export function microdataOf(rows: readonly SeedRow[]): string {
  return csvText(
    ["record_id", "organisation", "type", "place", "court", "severity"],
    rows.map((row) => [
      row.case_ref ?? "",
      row.affected_name?.trim().toLowerCase() || (row.case_ref ?? ""),
      row.incident_type ?? "",
      row.country || "NOT_SAID",
      row.icc_related ?? "",
      row.severity ?? "",
    ]),
  );
}
