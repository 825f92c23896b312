import type { AssessedFacets } from "#app/features/facets/facet-record.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import type { Assessment } from "./case-record.ts";
import { OVER_COMPLIANCE_ANSWERS } from "./over-compliance.ts";

/** The judgement as sealed facet records keep it: dictionary numbers, 0 for what nobody has said, minutes since 1970. */
export function assessedFacets(assessment: Assessment): AssessedFacets {
  const { status, urgency, severity, risk, overCompliance, dueAt, eligibility, assignedUserId } = assessment;
  const { outcome, remedies = [] } = assessment;
  return {
    assignedUserId,
    institutionCode: null,
    dueAt: dueAt === null ? null : Math.floor(Date.parse(dueAt) / 60_000),
    status: numberOf("case_status", status),
    urgency: numberOf("urgency", urgency),
    severity: severity ? numberOf("severity", severity) : 0,
    risk: risk ? numberOf("risk_level", risk) : 0,
    overCompliance: overCompliance ? OVER_COMPLIANCE_ANSWERS.indexOf(overCompliance) + 1 : 0,
    eligible: eligibility === "eligible",
    teamOutcome: outcome ? numberOf("outcome", outcome) : 0,
    teamRemedies: remedies.map((remedy) => numberOf("remedy", remedy)).sort((a, b) => a - b),
  };
}
