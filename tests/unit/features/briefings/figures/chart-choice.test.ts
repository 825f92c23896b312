import { describe, expect, test } from "vitest";
import { chartFor, chartsFor, drawnAt, usualChart } from "#app/features/briefings/figures/chart-choice.ts";
import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import { measureDays } from "#app/features/briefings/figures/measure-days.server.ts";
import { placeOfDay, placeOfPeriod } from "#app/features/briefings/figures/periods.ts";
import { releaseWithSurvey } from "../sample-survey.ts";

const by = (...dimensions: Dimension[]) => ({
  id: dimensions.join("-"),
  measure: "organisations" as const,
  dimensions,
});

describe("the picture of a table", () => {
  test("is a line over time, a map of those affected, and bars of everything else, where nobody chose", () => {
    expect(usualChart(by("period_quarter"))).toBe("line");
    expect(usualChart(by("affected_region"))).toBe("map");
    expect(usualChart(by("institution_region"))).toBe("bar");
    expect(usualChart(by("severity", "affected_region"))).toBe("bar");
  });

  test("offers what fits the rows", () => {
    expect(chartsFor(by("severity"))).toEqual(["bar", "dot", "none"]);
    expect(chartsFor(by("period_year"))).toContain("line");
    expect(chartsFor(by("institution_region"))).toContain("map");
    expect(chartsFor(by("institution_region", "affected_region"))).not.toContain("map");
  });

  test("of a survey's question is bars, or dots: answers have no place in time or on a map", () => {
    const question = drawnAt(releaseWithSurvey(), "survey-q13")!;
    expect([usualChart(question), ...chartsFor(question)]).toEqual(["bar", "bar", "dot", "none"]);
    expect(drawnAt(releaseWithSurvey(), "survey-q1")).toBeNull();
  });

  test("is none of sums, shares and medians", () => {
    const sums = { ...by("affected_region"), measure: "sum" as const };
    expect([usualChart(sums), ...chartsFor(sums)]).toEqual(["none", "none"]);
  });

  test("is the chosen one as long as it fits what is printed", () => {
    const table = by("affected_region");
    expect(chartFor(table, [{ table: table.id, kind: "dot" }])).toBe("dot");
    expect(chartFor(table, [{ table: table.id, kind: "line" }])).toBe("map");
    expect(chartFor(table, [{ table: "another", kind: "none" }])).toBe("map");
    expect(chartFor(table)).toBe("map");
  });
});

describe("a place in time", () => {
  test("is the middle of a year or quarter, and none for what has none", () => {
    expect(placeOfPeriod("2025")).toBe(2025.5);
    expect(placeOfPeriod("2025-Q2")).toBe(2025.375);
    for (const code of ["before_2020", "2025-Q0", "not_said", "ALL"]) expect(placeOfPeriod(code)).toBeNull();
  });

  test("of a measure lies in the quarter of its day, as the register has it", () => {
    const days = measureDays();
    expect(days.map(({ day }) => day)).toEqual(expect.arrayContaining(["2020-06-11", "2025-02-06", "2025-12-18"]));
    expect(days).toHaveLength(8);
    expect(placeOfDay("2025-02-06")).toBeGreaterThan(2025);
    expect(placeOfDay("2025-02-06")).toBeLessThan(2025.25);
    expect(placeOfDay("2024-12-31")).toBeLessThan(2025);
  });
});
