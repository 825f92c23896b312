import type { Consequence } from "./codes.ts";

/** What consequences are about: whom or what they hit. */
export const CONSEQUENCE_GROUPS = ["people", "work", "victims", "court", "money", "precaution"] as const;
export type ConsequenceGroup = (typeof CONSEQUENCE_GROUPS)[number];

const GROUPS: Record<ConsequenceGroup, readonly Consequence[]> = {
  people: [
    "staff_unpaid",
    "staff_dismissed",
    "staff_lost",
    "staff_in_danger",
    "everyday_services_lost",
    "purchases_failed",
    "family_life_affected",
    "psychological_strain",
  ],
  work: [
    "programme_suspended",
    "programme_delayed",
    "programme_at_risk",
    "programme_disrupted",
    "casework_halted",
    "advocacy_isolated",
    "event_disrupted",
    "travel_stopped",
    "travel_booking_difficult",
    "supplies_blocked",
    "communications_disrupted",
    "self_censorship",
  ],
  victims: ["beneficiaries_affected", "victims_representation_interrupted", "victims_participation_hindered"],
  court: ["cooperation_with_court_stopped", "evidence_not_shared", "evidence_archive_lost"],
  money: [
    "income_lost",
    "donations_stopped",
    "funds_inaccessible",
    "funds_at_risk",
    "no_access_to_banking",
    "no_access_to_own_funds",
    "suppliers_unpaid",
    "contracts_not_honoured",
    "eviction_notice",
    "extra_cost",
  ],
  precaution: [
    "funds_moved",
    "riskier_channel_used",
    "moved_to_other_provider",
    "payroll_prepaid",
    "evidence_backed_up",
    "documents_printed",
    "suppliers_replaced",
    "security_measures_needed",
  ],
};

const GROUP_OF = new Map(
  CONSEQUENCE_GROUPS.flatMap((group) => GROUPS[group].map((consequence) => [consequence, group] as const)),
);

export function consequencesOf(group: ConsequenceGroup): readonly Consequence[] {
  return GROUPS[group];
}

export function consequenceGroupOf(consequence: Consequence): ConsequenceGroup {
  // Total because a test compares both tables.
  return GROUP_OF.get(consequence) ?? "work";
}
