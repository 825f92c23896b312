import { describe, expect, test } from "vitest";
import { DIMENSIONS } from "#app/features/briefings/figures/dimensions.ts";
import { measureDays } from "#app/features/briefings/figures/measure-days.server.ts";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { paragraphsOf } from "#app/features/briefings/published/paragraphs.ts";
import { publishedBriefing } from "#app/features/briefings/published/published-briefing.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { published, sampleDraft, sampleRelease } from "../sample-briefing.ts";

const inLocale = (locale: Locale) => published().texts[locale] as PublishedText;
const tablesOf = (text: PublishedText) => text.sections.flatMap(({ tables }) => tables);

describe("a published briefing", () => {
  test("says in every language what the figures are, and no true count", () => {
    for (const locale of LOCALES) {
      const shown = tablesOf(inLocale(locale)).flatMap(({ rows }) => rows.flatMap(({ values }) => values));
      expect(shown.every((value) => value === null || (typeof value === "number" && value % 5 === 0))).toBe(true);
      expect(JSON.stringify(inLocale(locale))).not.toMatch(/briefings\.|asks\./);
    }
  });
  test("has a title and a head for every dimension in every language", () => {
    for (const locale of LOCALES)
      for (const dimension of DIMENSIONS)
        for (const part of ["title", "head"])
          expect(textFor(locale).has(`briefings.table.${part}.${dimension}`)).toBe(true);
  });
  test("numbers its tables in the order in which they stand", () => {
    const { sections } = inLocale("en");
    expect(sections.flatMap(({ tables }) => tables.map(({ name }) => name))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Table ${n}`),
    );
  });
  test("names in one sentence the tables that could not be shown", () => {
    expect(inLocale("en").sections.find(({ id }) => id === "what_helped")?.leftOut).toContain("How it stands");
  });
  test("gathers many withheld rows in one sentence and keeps all their names", () => {
    const table = tablesOf(inLocale("en")).find(({ id }) => id === "organisations-by-institution-type");
    const withheld =
      sampleRelease()
        .tables.find(({ id }) => id === table?.id)
        ?.cells.filter(({ value }) => value === null) ?? [];
    expect(table?.rows.every(({ values }) => values[0] !== null)).toBe(true);
    for (const { codes } of withheld) expect(table?.others).toContain(`${codes[0]} in en`);
  });
  test("shows the population first and then the chosen figures that are shown in their tables", () => {
    expect(inLocale("en").figures.items.map(({ value, note }) => `${value} ${note}`)).toEqual([
      "85 rounded to 5",
      expect.stringMatching(/^\d+ Table 3 · of 85$/),
      expect.stringMatching(/^\d+ Table 3 · of 85$/),
      expect.stringMatching(/^\d+ Table 8 · of 85$/),
      expect.stringMatching(/^\d+ Table 5 · of 85$/),
    ]);
  });
  test("leads each ask to the tables behind it", () => {
    const asks = inLocale("en").asks.groups.flatMap((group) => group.asks);
    const ids = tablesOf(inLocale("en")).map(({ id }) => id);
    for (const ask of asks) for (const id of ask.tables) expect(ids).toContain(id);
    expect(asks.find(({ code }) => code === "EU1")).toMatchObject({
      due: "by 1 December 2026",
      evidence: "Evidence: Table 6 and Table 7",
    });
  });
  test("gives a table of two sides a column each, and small pictures to one scale", () => {
    const table = tablesOf(inLocale("ar")).find(({ dimensions }) => dimensions.length === 2);
    expect(table?.columns.at(-1)?.code).toBe("ALL");
    expect(table?.rows.every(({ values }) => values.length === table.columns.length)).toBe(true);
    const hasBars = (place: number) => table?.rows.slice(0, -1).some(({ values }) => values[place] !== 0);
    const drawn =
      table?.columns
        .slice(0, -1)
        .filter((_, place) => hasBars(place))
        .map(({ label }) => label) ?? [];
    expect(drawn.length).toBeGreaterThan(1);
    expect(table?.charts.map(({ title }) => title)).toEqual(drawn);
    expect(new Set(table?.charts.map(({ longest }) => longest)).size).toBe(1);
  });
  test("prints no number of organisations where there are too few", () => {
    const release = { ...sampleRelease(), population: { kind: "more_than_five" }, tables: [] } as const;
    const tools = { textFor, labelOf: () => "", drawChart, measureDays };
    const { texts } = publishedBriefing(sampleDraft(), release, { slug: "asp25", releasedOn: "2026-11-14" }, tools);
    expect(texts.en?.figures.items.map(({ value }) => value)).toEqual(["More than 5"]);
  });
  test("parts paragraphs at empty lines only", () => {
    expect(paragraphsOf("one\nstill one\n\n  \ntwo\r\n\r\n")).toEqual(["one still one", "two"]);
  });
});
