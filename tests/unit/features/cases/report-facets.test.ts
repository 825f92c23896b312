import { describe, expect, test } from "vitest";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { suggestedUrgency } from "#app/features/cases/case-urgency.ts";
import { reportedFacets } from "#app/features/cases/report-facets.ts";
import { reportedFacts } from "#app/features/cases/report-facts.ts";

const origin = { sourceKind: "account", corroboration: "self_report" } as const;
const facetsOf = (report: CaseReport) =>
  reportedFacets(reportedFacts(report, origin), { organisationId: null, receivedAt: new Date("2026-03-04T10:00:00Z") });

describe("the facets of a report", () => {
  const deadlines = { closureOn: null, payrollOn: null, hearingOn: null, windDownOn: "2026-03-10" };

  test("hold the day a wind-down ends, which also decides how soon somebody must answer", () => {
    expect(facetsOf({ deadlines }).windDownOn).toBe(Date.parse("2026-03-10") / 86_400_000);
    expect(suggestedUrgency(reportedFacts({ deadlines }, origin), "2026-03-04")).toEqual({
      urgency: "u2_3d",
      rule: "wind_down_within_14_days",
    });
  });

  test("hold whether it has to do with the Court; not asked is not no", () => {
    expect(facetsOf({ courtRelated: { courtRelated: "no" } }).courtRelated).toBe("no");
    expect(facetsOf({}).courtRelated).toBeNull();
  });
});
