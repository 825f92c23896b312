import { describe, expect, test } from "vitest";
import { publishedSurvey } from "#app/features/briefings/published/published-survey.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { sampleDraft, sampleRelease } from "../sample-briefing.ts";
import { releaseWithSurvey, sampleVersion } from "../sample-survey.ts";

const shown = (section: Parameters<typeof publishedSurvey>[0], locale: Locale = "en") =>
  publishedSurvey(section, sampleVersion(undefined, locale));

describe("a survey in print", () => {
  test("is numbered by itself, in the order of the parts", () => {
    expect(shown("what_happened")[0]?.caption).toBe("Table S1. Happened in en");
    expect(shown("what_it_does")[0]?.name).toBe("Table S2");
    expect(shown("what_helped")[0]?.name).toBe("Table S3");
    expect(shown("who_refused")).toEqual([]);
  });
  test("says of how many, and no share beside a mark or of a handful", () => {
    expect(shown("what_happened")[0]?.rows.map(({ values }) => values)).toEqual([
      [21, "35%"],
      [null, null],
    ]);
    expect(shown("what_happened")[0]?.note).toContain("60 organisations were asked");
    expect(shown("what_it_does")[0]?.rows.map(({ values }) => values)).toEqual([
      [5, "–"],
      [9, null],
    ]);
  });
  test("has rows of a matrix with their own numbers", () => {
    const [table] = shown("what_helped");
    expect(table?.columns.map(({ label }) => label)).toEqual(["Asked", "Solved in en", "Waiting in en"]);
    expect(table?.columns.map(({ code }) => code)).toEqual(["_asked", "solved", "waiting"]);
    expect(table?.rows[0]).toMatchObject({ values: [20, 9, null], base: 20 });
  });
  test("puts other studies beside their line, with their bound and the caution", () => {
    expect(shown("what_happened")[0]?.benchmarks).toEqual({
      lead: expect.stringContaining("differ in kind"),
      items: ["fees in en: > 33% (A study, 2017, n = 305)"],
    });
    expect(shown("what_it_does")[0]?.benchmarks).toBeUndefined();
  });
  test.each(LOCALES)("has every word in %s", (locale) => {
    const text = JSON.stringify(
      (["what_happened", "what_it_does", "what_helped"] as const).map((id) => shown(id, locale)),
    );
    expect(text).not.toMatch(/survey-tables\./);
    expect(text).toContain(`fees in ${locale}`);
  });
  test("is drawn as it is printed: marks as marks, and how many were asked in its words", () => {
    const [chart, ...others] = shown("what_happened")[0]!.charts;
    expect(others).toEqual([]);
    expect(chart).toMatchObject({ id: "survey-q13", kind: "bar", longest: 21 });
    expect(chart!.bars.map(({ value }) => value)).toEqual([21, null]);
    expect(chart!.description).toBe(
      "Bar chart of the table beside it. fees in en: 21; cards in en: withheld. 60 organisations were asked this question.",
    );
    expect(chart!.svg).toContain("url(#hatch-survey-q13)");
  });
  test("has a picture for each answer that is a column, its rows with how many were asked", () => {
    const { charts } = shown("what_helped")[0]!;
    expect(charts.map(({ id, title, bars }) => ({ id, title, bars }))).toEqual([
      ...[["survey-q33-1", "Solved in en", 9] as const, ["survey-q33-2", "Waiting in en", null] as const].map(
        ([id, title, value]) => ({ id, title, bars: [{ code: "appeal", label: "appeal in en (of 20)", value }] }),
      ),
    ]);
  });
  test("is drawn as its editor wants it, or not at all", () => {
    const { specification } = sampleDraft();
    const chartsWith = (kind: "dot" | "none") => {
      const charts = [{ table: "survey-q13", kind }];
      const version = sampleVersion(
        releaseWithSurvey(),
        "en",
        sampleDraft({ specification: { ...specification, charts } }),
      );
      return publishedSurvey("what_happened", version)[0]!.charts.map((chart) => chart.kind);
    };
    expect(chartsWith("dot")).toEqual(["dot"]);
    expect(chartsWith("none")).toEqual([]);
  });
  test("is not there without one", () => {
    expect(publishedSurvey("what_happened", sampleVersion(sampleRelease()))).toEqual([]);
  });
});
