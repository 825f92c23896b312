import { describe, expect, test } from "vitest";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { questionOf } from "#app/features/cases/questionnaire/report-questions.ts";
import { questionAfter } from "#app/features/cases/questionnaire/report-steps.ts";
import { aReport } from "../../../../support/reports.ts";

const next = (key: Parameters<typeof questionOf>[0], before: CaseReport, after: CaseReport) =>
  questionAfter(questionOf(key), before, after)?.key ?? "check";

describe("Continue", () => {
  test("leads to the next question on the first way through", () => {
    expect(next("listedParties", {}, { listedParties: { listedParty: "no" } })).toBe("affected");
  });

  test("leads from the last question to the check", () => {
    const { consent: _, ...before } = aReport();
    expect(next("consent", before, aReport())).toBe("check");
  });

  test("leads back to the check after a change", () => {
    expect(next("risk", aReport(), aReport({ risk: { riskIfNamed: "severe" } }))).toBe("check");
  });

  test("leads to a question that a change has opened", () => {
    expect(next("ongoing", aReport(), aReport({ ongoing: { ongoing: "no" } }))).toBe("ended");
  });

  test("leads to what a change has made untrue", () => {
    const after = aReport({ incidentGroup: { incidentGroup: "mobility" } });
    expect(next("incidentGroup", aReport(), after)).toBe("incident");
  });

  test("goes on through what was left out before", () => {
    const { affectedCountry: _, ...before } = aReport();
    expect(next("affectedCountry", before, aReport())).toBe("incidentGroup");
  });
});
