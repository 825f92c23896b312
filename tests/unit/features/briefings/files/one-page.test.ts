import { describe, expect, test } from "vitest";
import { ASK_CODES, ASKS } from "#app/features/briefings/asks.ts";
import { onePagePdf } from "#app/features/briefings/files/one-page.server.ts";
import { onePageContent, SELECTIONS, type Selection } from "#app/features/briefings/files/one-page-content.ts";
import { pagesOf } from "#app/features/briefings/files/pictures.server.ts";
import { ONE_PAGES, type OnePage } from "#app/features/briefings/published/one-page-addressees.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { conformanceFaults } from "../../../../support/pdf/conformance.ts";
import { heardBeforeCells } from "../../../../support/pdf/row-heads.ts";
import { by, published, publishedFrom, sampleDimensions, sampleDraft } from "../sample-briefing.ts";
import { releaseWithSurvey } from "../sample-survey.ts";

const PLACE = { releasedOn: "2026-11-14", address: "https://thaw.example/briefings/asp25" };
const ALL: Selection = SELECTIONS[0]!;
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/** Every ask of the campaign, with every table that may stand behind it. */
function everything(): PublishedText {
  const asks = ASK_CODES.map((code) => ({
    code,
    evidence: ASKS[code].evidence.filter((dimension) => sampleDimensions.includes(dimension)).map((one) => by(one)),
    dueOn: "2026-12-01",
  }));
  const draft = sampleDraft({ asks });
  const specification = { ...draft.specification, locales: ["ar" as const] };
  return publishedFrom({ ...draft, specification }, (_, code) => `${code} ${"وصف طويل ".repeat(3)}`).texts
    .ar as PublishedText;
}

describe("one page for each who is asked", () => {
  test("is there for those who are asked something, and every addressee has a place", () => {
    const text = published().texts.fr as PublishedText;
    expect(text.onePages?.items.map(({ path }) => path)).toEqual([
      "one-page-states-parties.fr.pdf",
      "one-page-european-union.fr.pdf",
      "one-page-banks-and-supervisors.fr.pdf",
    ]);
    const placed = Object.values(ONE_PAGES).flat();
    expect(new Set(placed)).toEqual(new Set(Object.values(ASKS).map(({ addressee }) => addressee)));
    expect(placed).toHaveLength(new Set(placed).size);
  });

  test("holds their asks alone, and the tables behind them once, in the order of the asks", () => {
    const content = onePageContent(published().texts.en as PublishedText, "states-parties", ALL);
    expect(content.groups.flatMap(({ asks }) => asks.map(({ code }) => code))).toEqual(["SP4", "SP1"]);
    expect(content.excerpts.map(({ caption }) => caption)).toEqual([
      "Table 6. Who acted",
      "Table 4. How bad it was",
      "Table 3. What happened",
    ]);
    expect(content.notes).toEqual([]);
    expect(content.figures.map(({ value }) => value)[0]).toBe("85");
  });

  test("takes the largest printed rows, keeps their order and says how many there are", () => {
    const { excerpts } = onePageContent(published().texts.en as PublishedText, "states-parties", { ...ALL, rows: 3 });
    const [first] = excerpts;
    const table = published()
      .texts.en?.sections.flatMap(({ tables }) => tables)
      .find(({ caption }) => caption === first?.caption);
    const printed = table?.rows.filter(({ level }) => level === "row") ?? [];
    const largest = printed.map(({ values }) => Number(values[0] ?? 0)).sort((one, other) => other - one)[2] ?? 0;
    expect(first?.rows).toHaveLength(3);
    expect(first?.rows.every(({ value }) => Number(value) >= largest)).toBe(true);
    const labels = printed.map(({ label }) => label);
    const places = first?.rows.map(({ label }) => labels.indexOf(label)) ?? [];
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(first?.note).toBe(`Rows shown: 3 of ${printed.length}, the largest ones.`);
  });

  test("tells a survey's answers with their shares, of how many, and that it is a survey", () => {
    const asks = [{ code: "SP2" as const, evidence: ["survey-q13", "survey-q27", "survey-q33"], dueOn: null }];
    const text = publishedFrom(sampleDraft({ asks }), (_, code) => code, releaseWithSurvey()).texts.en as PublishedText;
    const { excerpts } = onePageContent(text, "states-parties", ALL);
    expect(excerpts.map(({ column, rows }) => ({ column, rows }))).toEqual([
      { column: "Organisations", rows: [{ label: "fees in en", value: "21 · 35%" }] },
      {
        column: "Organisations",
        rows: [
          { label: "court_contact in en", value: 5 },
          { label: "travel in en", value: 9 },
        ],
      },
      { column: "Solved in en", rows: [{ label: "appeal in en (of 20)", value: 9 }] },
    ]);
    expect(excerpts[0]?.note).toMatch(/^Rows shown: 1 of 2.*Survey before the 25th.*60 organisations were asked/);
  });

  test("says what it leaves out", () => {
    const { groups, notes } = onePageContent(everything(), "states-parties", { ...ALL, asks: 3, tables: 1 });
    expect(groups.flatMap(({ asks }) => asks)).toHaveLength(3);
    expect(notes).toHaveLength(2);
    expect(notes.join()).not.toMatch(/[{}]/);
  });

  test.each(Object.keys(ONE_PAGES) as OnePage[])(
    "fits on one tagged page, however much is asked (%s)",
    async (page) => {
      const pdf = await onePagePdf(everything(), page, PLACE);
      expect(await pagesOf(pdf)).toBe(1);
      expect(latin1(pdf)).toContain("pdfuaid:part");
      expect(latin1(pdf)).toMatch(/\/Lang ?\(ar\)/);
      expect(conformanceFaults(pdf)).toEqual([]);
    },
  );

  test.each(LOCALES)("names the row and the column before each figure of its tables (%s)", async (locale) => {
    const pdf = await onePagePdf(published().texts[locale] as PublishedText, "states-parties", PLACE);
    const tables = heardBeforeCells(pdf);
    expect(tables.length).toBeGreaterThan(0);
    for (const cells of tables) expect(new Set(cells)).toEqual(new Set(["row column"]));
  });

  test("is the same file twice", async () => {
    const text = published().texts.es as PublishedText;
    expect(await onePagePdf(text, "european-union", PLACE)).toEqual(await onePagePdf(text, "european-union", PLACE));
  });
});
