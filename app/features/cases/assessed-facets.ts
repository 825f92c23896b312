import type { AssessedFacets } from "#app/features/facets/facet-record.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import { type Assessment, isBoundTo, isDuplicate } from "./case-record.ts";
import { OVER_COMPLIANCE_ANSWERS } from "./over-compliance.ts";

/**
 * The judgement as sealed facet records keep it: dictionary numbers, 0 for what nobody has said, minutes since 1970.
 * @param organisationId as the case's row has it; unless it is bound to that one a case counts in no figure, however it was judged
 */
export function assessedFacets(assessment: Assessment, organisationId: string | null): AssessedFacets {
  const { status, urgency, severity, risk, overCompliance, dueAt, eligibility, assignedUserId } = assessment;
  const { outcome, remedies = [], corroboration } = assessment;
  return {
    assignedUserId,
    institutionCode: assessment.institution?.code ?? null,
    dueAt: dueAt === null ? null : Math.floor(Date.parse(dueAt) / 60_000),
    status: numberOf("case_status", status),
    urgency: numberOf("urgency", urgency),
    severity: severity ? numberOf("severity", severity) : 0,
    risk: risk ? numberOf("risk_level", risk) : 0,
    overCompliance: overCompliance ? OVER_COMPLIANCE_ANSWERS.indexOf(overCompliance) + 1 : 0,
    // Two cases that tell of one thing count once: the one that was merged into the other leaves every figure.
    eligible: isBoundTo(assessment, organisationId) && eligibility === "eligible" && !isDuplicate(assessment),
    teamCorroboration: corroboration ? numberOf("corroboration", corroboration) : 0,
    teamOutcome: outcome ? numberOf("outcome", outcome) : 0,
    teamRemedies: remedies.map((remedy) => numberOf("remedy", remedy)).sort((a, b) => a - b),
  };
}
