import type { Severity } from "#app/features/taxonomy/codes.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import type { Assessment } from "./case-record.ts";
import { dueAt, suggestedUrgency } from "./case-urgency.ts";
import { boundOnArrival, type Eligibility } from "./eligibility.ts";
import type { ReportedFacts } from "./reported-facts.ts";

/** The first day of the quarter after `at`: when what is told for the record alone is looked at again. */
export function nextReviewAt(at: Date): Date {
  const quarter = Math.floor(at.getUTCMonth() / 3);
  return new Date(Date.UTC(at.getUTCFullYear(), (quarter + 1) * 3, 1));
}

/** What the rules say of a case on arrival, before anybody has looked: urgency and the day it is due. */
export function firstAssessment(
  facts: ReportedFacts,
  receivedAt: Date,
  known: { readonly severity?: Severity | null; readonly eligibility?: Eligibility } = {},
): Assessment {
  const { urgency } = suggestedUrgency(facts, isoDayOf(receivedAt));
  const isBound = boundOnArrival(facts.sourceKind);
  return {
    status: "received",
    urgency,
    dueAt: dueAt(urgency, receivedAt, { nextReviewAt: nextReviewAt(receivedAt) }).toISOString(),
    severity: known.severity ?? null,
    risk: facts.riskIfNamed,
    overCompliance: null,
    test: null,
    eligibility: isBound ? (known.eligibility ?? "not_assessed") : "not_assessed",
    assignedUserId: null,
    ...(!isBound && { boundTo: null }),
  };
}
