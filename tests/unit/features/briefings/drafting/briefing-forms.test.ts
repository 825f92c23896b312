import { describe, expect, test } from "vitest";
import { chartField, newBriefingForm, specificationForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { chartDefaults, chartOptions } from "#app/features/briefings/drafting/chart-options.server.ts";
import { figureOptions } from "#app/features/briefings/drafting/figure-options.server.ts";
import { tableChoiceForm } from "#app/features/briefings/drafting/table-choice-form.ts";
import { choiceFrom, choiceText, STANDARD_TABLES } from "#app/features/briefings/figures/table-choice.ts";
import { by, sampleRelease, sampleTables } from "../sample-briefing.ts";

const chosen = { session: "ASP25", locales: ["en", "fr"] };

describe("the forms of a briefing", () => {
  test("take what was ticked twice as ticked once", () => {
    const twice = { ...chosen, locales: ["en", "en", "fr"] };
    expect(newBriefingForm.parse(twice)).toEqual(newBriefingForm.parse(chosen));
    expect(specificationForm.safeParse({ ...twice, recordVersion: "1" }).success).toBe(true);
  });

  test("offer what is printed and no nought, each cell once, and what was chosen and is not printed", () => {
    const figures = [
      `${by("severity")}:high`,
      `${by("incident_group", "affected_region")}:account+africa`,
      "gone:constructor",
    ];
    const { specification } = specificationForm.parse({ ...chosen, recordVersion: "1", figures });
    const options = figureOptions({ specification, texts: {}, asks: [] }, sampleRelease(), "en");
    // No nought, nothing that another table says already, and not all organisations together: they stand first anyway.
    const own = options.filter(({ value }) => !figures.includes(value));
    expect(own.map(({ figure }) => figure)).not.toContain("0");
    expect(own.filter(({ value }) => /[:+]ALL(?:$|\+)/.test(value))).toEqual([]);
    const offered = (value: string) => options.find((option) => option.value === value);
    expect(offered(figures[0]!)).toMatchObject({ label: "High", figure: expect.stringMatching(/^\d+$/) });
    expect(offered(figures[1]!)?.label).toMatch(/ · African States$/);
    expect(offered(figures[2]!)).toMatchObject({ figure: null });
    expect(options.filter(({ figure }) => figure === null)).toHaveLength(1);
  });

  test("offer first what was chosen, and no share that is all of itself", () => {
    const high = `${by("severity")}:high`;
    const { specification } = specificationForm.parse({ ...chosen, recordVersion: "1", figures: [high] });
    const release = sampleRelease();
    const twoSided = release.tables.find(({ dimensions }) => dimensions.length === 2)!;
    const shares = { ...twoSided, id: "shares", measure: "share" as const };
    const tables = [...release.tables, shares];
    const options = figureOptions({ specification, texts: {}, asks: [] }, { ...release, tables }, "en");
    const values = options.map(({ value }) => value);
    expect(values.indexOf(high)).toBeLessThan(6);
    expect(values.filter((value) => value.startsWith("shares:")).length).toBeGreaterThan(0);
    expect(values.filter((value) => /^shares:.*\+ALL$/.test(value))).toEqual([]);
  });

  test("take a picture for each table that has one chosen, and refuse what is no picture", () => {
    const form = { ...chosen, recordVersion: "1", [chartField(by("severity"))]: "dot", [chartField(by("remedy"))]: "" };
    const { specification } = specificationForm.parse(form);
    expect(specification.charts).toEqual([{ table: by("severity"), kind: "dot" }]);
    expect(chartDefaults({ specification, texts: {}, asks: [] })).toEqual({ [chartField(by("severity"))]: "dot" });
    expect(specificationForm.parse({ ...chosen, recordVersion: "1" }).specification).not.toHaveProperty("charts");
    expect(specificationForm.safeParse({ ...form, [chartField("x")]: "pie" }).success).toBe(false);
  });

  test("offer the pictures that fit each table", () => {
    const { specification } = specificationForm.parse({ ...chosen, recordVersion: "1" });
    const options = chartOptions({ specification, texts: {}, asks: [] }, sampleRelease(), "en");
    expect(options.map(({ name }) => name)).toHaveLength(sampleTables.length);
    expect(options.find(({ name }) => name === chartField(by("affected_region")))).toMatchObject({
      caption: "Table 1. Regions of those affected",
      usual: "map",
      kinds: ["bar", "dot", "none"],
    });
  });

  describe("for the list of tables", () => {
    const first = choiceText(sampleTables[0]!);
    const one = { recordVersion: "3", tables: first, measure: "cases", rows: "", columns: "", only: "" };
    const choicesOf = (form: object) => tableChoiceForm.parse({ ...one, ...form }).choices.map(choiceText);
    const messageOf = (form: object) =>
      tableChoiceForm.safeParse({ ...one, ...form }).error?.issues.map(({ path, message }) => `${path}: ${message}`);

    test("keep what stays ticked, and add one table where it has rows", () => {
      expect(choicesOf({})).toEqual([first]);
      expect(choicesOf({ rows: "outcome" })).toEqual([first, "cases.outcome"]);
      expect(choicesOf({ rows: "outcome", columns: "affected_region", only: "severity=high" })).toEqual([
        first,
        "cases.outcome*affected_region@severity=high",
      ]);
    });

    test.each([
      [{ rows: "incident_type", columns: "incident_group" }, "columns: briefings.tables.same-subject"],
      [{ rows: "severity", only: "severity=high" }, "only: briefings.tables.same-subject"],
      [{ measure: "organisations", rows: sampleTables[0]!.dimensions[0] }, "rows: briefings.tables.twice"],
      [{ tables: [] }, "tables: briefings.tables.none"],
      [{ measure: "sum", rows: "severity" }, "of: briefings.tables.quantity"],
      [{ measure: "sum", rows: "severity", of: "duration" }, "of: briefings.tables.sum-of-days"],
      [{ measure: "share", rows: "severity" }, "columns: briefings.tables.share-of-what"],
    ])("say beside the field what is to be mended in it: %j", (form, message) =>
      expect(messageOf(form)).toEqual([message]),
    );

    test.each([{ columns: "severity" }, { only: "severity=high" }, { of: "duration", measure: "medianBand" }])(
      "do not silently leave out half a table: %j",
      (form) => expect(messageOf(form)).toEqual(["rows: briefings.tables.rows-missing"]),
    );

    test("ask for the list again where another table is to come", () => {
      expect(tableChoiceForm.parse(one).isOneOfMore).toBe(false);
      expect(tableChoiceForm.parse({ ...one, another: "yes" }).isOneOfMore).toBe(true);
    });

    test("write a choice so that it reads as the same again", () => {
      for (const choice of [...sampleTables, ...STANDARD_TABLES])
        expect(choiceFrom(choiceText(choice))).toEqual(choice);
      expect(choiceFrom("organisations.constructor")).toBeNull();
    });
  });
});
