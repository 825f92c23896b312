import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { caseReportSchema } from "#app/features/cases/case-report.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import { demoCase, demoParties } from "#app/features/cases/demo/demo-cases.ts";
import { parsePublicIncidents } from "#app/features/cases/import/public-incidents.ts";
import { missingQuestions } from "#app/features/cases/questionnaire/report-progress.ts";
import { reportedFacets } from "#app/features/cases/report-facets.ts";
import { demoRandom } from "#app/kernel/demo-random.ts";
import { findAccountNumbers } from "#app/kernel/iban-and-card-finder.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const TEMPLATES = parsePublicIncidents(readFileSync("prisma/seed/public-incidents.csv", "utf8")).incidents.map(
  ({ report }) => report,
);

function cases(count: number, seed = 7) {
  const random = demoRandom(seed);
  const parties = demoParties(random, count);
  return Array.from({ length: count }, () => demoCase(random, parties, TEMPLATES, NOW));
}

describe("invented cases", () => {
  test("are the same for the same seed and others for another", () => {
    expect(cases(20)).toEqual(cases(20));
    expect(cases(20, 8)).not.toEqual(cases(20));
  });

  test("are reports that could have been sent, and fit a facet record", () => {
    for (const { report, facts, receivedAt } of cases(500)) {
      expect(caseReportSchema.safeParse(report).success).toBe(true);
      const missing = missingQuestions(report).map(({ key }) => key);
      // The press does not always tell who acted or why.
      expect(missing.filter((key) => key !== "institutionType" && key !== "reason")).toEqual([]);
      expect(() => reportedFacets(facts, { organisationId: null, receivedAt })).not.toThrow();
      expect(findAccountNumbers(report.story?.story ?? "")).toEqual([]);
    }
  });

  test("have urgencies, statuses, countries and parties of many kinds, and days of the last fourteen months", () => {
    const all = cases(2000);
    const kinds = (of: (one: (typeof all)[number]) => unknown) => new Set(all.map(of)).size;
    expect(kinds(({ assessment }) => assessment.urgency)).toBe(4);
    expect(kinds(({ assessment }) => assessment.status)).toBe(8);
    expect(kinds(({ facts }) => facts.mainIncident)).toBeGreaterThan(20);
    expect(kinds(({ facts }) => facts.affectedCountry)).toBeGreaterThan(20);
    expect(kinds(({ party }) => party)).toBeGreaterThan(100);
    const oldest = Math.min(...all.map(({ receivedAt }) => receivedAt.getTime()));
    expect((NOW.getTime() - oldest) / 86_400_000).toBeLessThanOrEqual(14 * 31);
    const overdue = all.filter(({ assessment }) => assessment.dueAt && assessment.dueAt < NOW.toISOString());
    const open = all.filter(({ assessment }) => isOpen(assessment.status));
    expect(overdue.length / open.length).toBeLessThan(0.25);
    expect(overdue.length).toBeGreaterThan(0);
  });
});
