import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standardFigures } from "#app/features/briefings/figures/standard-figures.ts";
import {
  changeSince,
  type EarlierEdition,
  type PresentFigure,
} from "#app/features/briefings/published/earlier-edition.ts";
import { publishedBriefing } from "#app/features/briefings/published/published-briefing.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { by, sampleDraft, sampleLabelOf, sampleRelease } from "../sample-briefing.ts";

const TABLE = by("consequence");
const lastTime = (value: number): EarlierEdition => ({
  session: "ASP24",
  figures: [{ table: TABLE, codes: ["staff_unpaid"], measure: "organisations", value }],
});
const now = (value: number | null): PresentFigure => ({
  table: TABLE,
  codes: ["staff_unpaid"],
  measure: "organisations",
  value,
});
const words = { t: textFor("en"), number: String };

describe("the change since the last Assembly's briefing", () => {
  test.each([
    [35, 45, "Up from 35 in the ASP24 briefing. Both rounded to 5."],
    [45, 35, "Down from 45 in the ASP24 briefing. Both rounded to 5."],
    [35, 35, "35 in the ASP24 briefing too. Both rounded to 5."],
  ])("from %i to %i is said in words, with the other edition", (earlier, present, said) => {
    expect(changeSince(lastTime(earlier), now(present), words)).toBe(said);
  });

  test("is not said where either is withheld, nor of another cell, another table or another measure", () => {
    expect(changeSince(lastTime(35), now(null), words)).toBeNull();
    expect(changeSince({ session: "ASP24", figures: [] }, now(35), words)).toBeNull();
    expect(changeSince(null, now(35), words)).toBeNull();
    expect(changeSince(lastTime(35), { ...now(35), codes: ["staff_lost"] }, words)).toBeNull();
    expect(changeSince(lastTime(35), { ...now(35), table: by("remedy") }, words)).toBeNull();
    expect(changeSince(lastTime(35), { ...now(35), measure: "cases" }, words)).toBeNull();
  });

  test("holds no number but the one that was printed then, and five", () => {
    const multiple = fc.integer({ min: 0, max: 400 }).map((times) => times * 5);
    fc.assert(
      fc.property(multiple, multiple, fc.constantFrom(...LOCALES), (earlier, present, locale) => {
        const said = changeSince(lastTime(earlier), now(present), { ...words, t: textFor(locale) }) ?? "";
        const numbers =
          said
            .replaceAll(/ASP\d\d/g, "")
            .match(/\d+/g)
            ?.map(Number) ?? [];
        expect(new Set(numbers)).toEqual(new Set([earlier, 5]));
      }),
    );
  });
});

test("the large figures of a page say of how many, and what has changed where that is printed", () => {
  const [figure] = standardFigures(sampleRelease());
  const draft = sampleDraft();
  const specification = { ...draft.specification, figures: [figure!] };
  const earlier: EarlierEdition = {
    session: "ASP24",
    figures: [
      { table: "organisations", codes: ["ALL"], measure: "organisations", value: 60 },
      { ...figure!, measure: "organisations", value: 5 },
    ],
  };
  const tools = { textFor, labelOf: sampleLabelOf, drawChart: () => "", measureDays: () => [], earlier };
  const place = { slug: "asp25", releasedOn: "2026-11-14" };
  const { texts } = publishedBriefing({ ...draft, specification }, sampleRelease(), place, tools);
  const [all, chosen] = texts.en?.figures.items.map(({ note }) => note) ?? [];
  expect(all).toBe("Up from 60 in the ASP24 briefing. Both rounded to 5.");
  expect(chosen).toMatch(/^Table \d+ · of 85 · (Up|Down|\d+) .*ASP24/);
});

test("the standard figures are taken where a table prints them, and never a nought or a mark", () => {
  const table = (id: string, cells: readonly (readonly [string, number | null])[]) => ({
    ...sampleRelease().tables[0]!,
    id,
    cells: cells.map(([code, value]) => ({ codes: [code], value })),
  });
  const tables = [
    table(by("incident_type"), [["refusal", 50]]),
    table(by("incident_group"), [["refusal", 50]]),
    table(by("consequence"), [
      ["cooperation_with_court_stopped", null],
      ["staff_unpaid", 0],
      ["victims", 10],
    ]),
  ];
  expect(standardFigures({ tables })).toEqual([
    { table: by("incident_type"), codes: ["refusal"] },
    { table: by("consequence"), codes: ["victims"] },
  ]);
});
