/** How most cases of the demonstration are judged: the law did not ask for the refusal, and the case counts. */
export const USUAL_JUDGEMENT = {
  risk: "guarded",
  institutionBound: "no",
  affectedListed: "no",
  dealingLicensed: "unsure",
  overCompliance: "over_compliance",
  eligibility: "eligible",
  reason: "",
} as const;
