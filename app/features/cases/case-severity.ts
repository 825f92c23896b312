import {
  RISK_LEVELS,
  type RiskLevel,
  SEVERITIES,
  type Severity,
  URGENCIES,
  type Urgency,
} from "#app/features/taxonomy/codes.ts";

/**
 * Three judgements that pages always show side by side and never mix: severity says how bad it is,
 * urgency how soon somebody must answer, risk what happens to the reporter if named.
 */
export interface CaseJudgement {
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly risk: RiskLevel;
}

/** Larger is graver. */
export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);
export const riskRank = (risk: RiskLevel): number => RISK_LEVELS.indexOf(risk);
/** Larger is sooner, so that a list sorted downwards has on top what cannot wait. */
export const urgencyRank = (urgency: Urgency): number => URGENCIES.length - URGENCIES.indexOf(urgency);
