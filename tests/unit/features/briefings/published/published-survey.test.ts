import { describe, expect, test } from "vitest";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { publishedSurvey } from "#app/features/briefings/published/published-survey.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";

const words = (text: string) => Object.fromEntries(LOCALES.map((locale) => [locale, `${text} in ${locale}`]));
const line = (code: string, base: number | null, count: number | null) => ({
  ...{ code, level: "row" as const, label: words(code), base, counts: [count], benchmarks: [] },
});
const STUDY = { study: "A study", year: 2017, sampleSize: 305, value: ">33", source: null };

const survey: NonNullable<ProtectedRelease["survey"]> = {
  wave: { session: "ASP25", referenceFrom: "2025-12-07", referenceTo: "2026-10-31" },
  release: "asp25-survey-0",
  questions: [
    {
      ...{ id: "q27", title: words("Stopped"), columns: [] },
      lines: [line("court_contact", 8, 5), line("travel", null, 9)],
    },
    {
      ...{ id: "q13", title: words("Happened"), columns: [] },
      lines: [{ ...line("fees", 60, 21), benchmarks: [STUDY] }, line("cards", 60, null)],
    },
    {
      ...{ id: "q33", title: words("Results"), columns: [words("Solved"), words("Waiting")] },
      lines: [{ ...line("appeal", 20, 9), counts: [9, null] }],
    },
  ],
  ...{ held: [], certificate: null },
};
const shown = (section: Parameters<typeof publishedSurvey>[0], locale: Locale = "en") =>
  publishedSurvey(section, { release: { survey }, locale, t: textFor(locale), formats: formatsFor(locale) });

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
    expect(table?.rows[0]?.values).toEqual([20, 9, null]);
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
  test("is not there without one", () => {
    expect(
      publishedSurvey("what_happened", { release: {}, locale: "en", t: textFor("en"), formats: formatsFor("en") }),
    ).toEqual([]);
  });
});
