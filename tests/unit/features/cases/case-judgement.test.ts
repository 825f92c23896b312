import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { YES_NO_UNSURE } from "#app/features/cases/case-report.ts";
import {
  allowedUses,
  allows,
  CONSENT_AT_SENDING,
  CONSENT_LEVELS,
  DEFAULT_CONSENT,
  isWithdrawal,
  usesLost,
} from "#app/features/cases/consent.ts";
import { boundOnArrival, type CountingFacts, reasonsNotCounted } from "#app/features/cases/eligibility.ts";
import { suggestedOverCompliance } from "#app/features/cases/over-compliance.ts";
import { deleteAfterMonth, RETAIN_MONTHS } from "#app/features/cases/retention.ts";

describe("over-compliance", () => {
  test("is not suggested where a bound institution refuses a listed party without a licence", () => {
    const law = { institutionBound: "yes", affectedListed: "yes", dealingLicensed: "no" } as const;
    expect(suggestedOverCompliance(law)).toBe("required_by_law");
  });

  test.each([
    ["the affected party is not listed", { institutionBound: "yes", affectedListed: "no", dealingLicensed: "no" }],
    [
      "the law does not reach the institution",
      { institutionBound: "no", affectedListed: "yes", dealingLicensed: "no" },
    ],
    ["a licence covers the dealing", { institutionBound: "yes", affectedListed: "yes", dealingLicensed: "yes" }],
  ] as const)("is suggested where %s", (_, answers) => {
    expect(suggestedOverCompliance(answers)).toBe("over_compliance");
  });

  test("is unclear while an answer that matters is missing", () => {
    const open = { institutionBound: "unsure", affectedListed: "yes", dealingLicensed: "no" } as const;
    expect(suggestedOverCompliance(open)).toBe("unclear");
  });

  test("is never called required by law while anything is unsure", () => {
    const answer = fc.constantFrom(...YES_NO_UNSURE);
    const answers = fc.record({ institutionBound: answer, affectedListed: answer, dealingLicensed: answer });
    fc.assert(
      fc.property(answers, (test) => {
        const sure = !Object.values(test).includes("unsure");
        expect(suggestedOverCompliance(test) !== "required_by_law" || sure).toBe(true);
      }),
    );
  });
});

describe("consent", () => {
  test("is a ladder: who permits more permits less", () => {
    const sizes = CONSENT_LEVELS.map((level) => allowedUses(level).length);
    expect(sizes).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("counts in totals from the second level on", () => {
    expect(allows("c1_internal", "totals")).toBe(false);
    expect(allows("c2_aggregate", "totals")).toBe(true);
  });

  test("to be named in confidence is no consent to be named in public", () => {
    expect(allows("c4_confidential_to_named", "named_publicly")).toBe(false);
  });

  test("begins with help only, and c0 is not offered at sending", () => {
    expect(DEFAULT_CONSENT).toBe("c1_internal");
    expect(CONSENT_AT_SENDING).not.toContain("c0_none");
    expect(isWithdrawal("c0_none")).toBe(true);
  });

  test("says what a change takes away", () => {
    expect(usesLost("c3_anonymised_narrative", "c1_internal")).toEqual(["totals", "story"]);
    expect(usesLost("c1_internal", "c5_public_named")).toEqual([]);
  });
});

describe("a case counts in figures", () => {
  const counting: CountingFacts = {
    eligibility: "eligible",
    boundToParty: true,
    consent: "c2_aggregate",
    status: "triaged",
    isDuplicate: false,
  };

  test("only when it is judged eligible, bound, permitted, alive and no duplicate", () => {
    expect(reasonsNotCounted(counting)).toEqual([]);
    expect(reasonsNotCounted({ ...counting, boundToParty: false })).toEqual(["not_bound"]);
    expect(reasonsNotCounted({ ...counting, consent: "c1_internal" })).toEqual(["consent"]);
    expect(reasonsNotCounted({ ...counting, status: "withdrawn_by_reporter" })).toEqual(["ended_by_reporter"]);
    expect(reasonsNotCounted({ ...counting, isDuplicate: true, eligibility: "not_assessed" })).toEqual([
      "duplicate",
      "not_assessed",
    ]);
  });

  test("from a link only once intake has bound it to an organisation", () => {
    expect([boundOnArrival("account"), boundOnArrival("import"), boundOnArrival("receipt")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("retention", () => {
  test("names a month and no day", () => {
    expect(deleteAfterMonth(new Date("2026-01-31T10:00:00Z"), 1)).toBe("2026-03-01");
    expect(deleteAfterMonth(new Date("2026-01-15T10:00:00Z"))).toBe("2031-02-01");
    expect(RETAIN_MONTHS).toBe(60);
  });
});
