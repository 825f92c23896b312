import type { CaseStatus, ConsentLevel } from "#app/features/taxonomy/codes.ts";
import { isUsable } from "./case-status.ts";
import { allows } from "./consent.ts";
import type { SourceKind } from "./reported-facts.ts";

/** Order is the number in sealed facets: add at the end only. */
export const ELIGIBILITIES = ["not_assessed", "eligible", "not_eligible"] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];

export interface CountingFacts {
  readonly eligibility: Eligibility;
  /** bound to a confirmed organisation, or to a confirmed group of several */
  readonly boundToParty: boolean;
  readonly consent: ConsentLevel;
  readonly status: CaseStatus;
  readonly isDuplicate: boolean;
}

export const REASONS_NOT_COUNTED = [
  "ended_by_reporter",
  "consent",
  "duplicate",
  "not_bound",
  "not_assessed",
  "not_eligible",
] as const;
export type ReasonNotCounted = (typeof REASONS_NOT_COUNTED)[number];

const APPLIES: Record<ReasonNotCounted, (facts: CountingFacts) => boolean> = {
  ended_by_reporter: ({ status }) => !isUsable(status),
  consent: ({ consent }) => !allows(consent, "totals"),
  duplicate: ({ isDuplicate }) => isDuplicate,
  not_bound: ({ boundToParty }) => !boundToParty,
  not_assessed: ({ eligibility }) => eligibility === "not_assessed",
  not_eligible: ({ eligibility }) => eligibility === "not_eligible",
};

/**
 * Why a case is in no figure; an empty list means that it counts.
 * Only a case judged eligible and bound to a confirmed party counts: otherwise four false reports would expose the fifth.
 */
export function reasonsNotCounted(facts: CountingFacts): readonly ReasonNotCounted[] {
  return REASONS_NOT_COUNTED.filter((reason) => APPLIES[reason](facts));
}

/** Reports from accounts and imports name a confirmed party on arrival; a receipt does once intake has bound it. */
export function boundOnArrival(sourceKind: SourceKind): boolean {
  return sourceKind !== "receipt";
}
