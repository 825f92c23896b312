import type { YesNoUnsure } from "./case-report.ts";

/** Order is the number in sealed facets: add at the end only. */
export const OVER_COMPLIANCE_ANSWERS = ["over_compliance", "required_by_law", "unclear"] as const;
export type OverCompliance = (typeof OVER_COMPLIANCE_ANSWERS)[number];

/** The three questions a coordinator answers. `law` is the one the institution had in mind, mostly that of the United States. */
export interface OverComplianceTest {
  /** (a) Is the institution bound by the law: a US person, or acting in the US? */
  readonly institutionBound: YesNoUnsure;
  /** (b) Is the affected party itself listed? */
  readonly affectedListed: YesNoUnsure;
  /** (c) Does a licence or an exemption cover the dealing? */
  readonly dealingLicensed: YesNoUnsure;
}

/**
 * What the answers suggest. One "no" to (a) or (b), or a "yes" to (c), is enough: the law did not ask for the refusal.
 * The coordinator decides; the suggestion is never stored as a decision.
 */
export function suggestedOverCompliance(test: OverComplianceTest): OverCompliance {
  const { institutionBound, affectedListed, dealingLicensed } = test;
  if (institutionBound === "no" || affectedListed === "no" || dealingLicensed === "yes") return "over_compliance";
  const allSure = institutionBound === "yes" && affectedListed === "yes" && dealingLicensed === "no";
  return allSure ? "required_by_law" : "unclear";
}

/** Suggests only from three answers: two of three say nothing. */
export function suggestionFrom({
  institutionBound,
  affectedListed,
  dealingLicensed,
}: { readonly [Question in keyof OverComplianceTest]: YesNoUnsure | null }): OverCompliance | null {
  if (!institutionBound || !affectedListed || !dealingLicensed) return null;
  return suggestedOverCompliance({ institutionBound, affectedListed, dealingLicensed });
}
