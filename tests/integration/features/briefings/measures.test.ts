import { beforeAll, describe, expect, test } from "vitest";
import { previewTables } from "#app/features/briefings/drafting/briefing-preview.server.ts";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import type { CountedRow } from "#app/features/briefings/figures/counted-row.ts";
import { protectTables } from "#app/features/briefings/figures/protect-tables.server.ts";
import { type ProtectedRelease, protectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { type TableChoice, tableIdOf, withBases } from "#app/features/briefings/figures/table-choice.ts";
import { tableTitle } from "#app/features/briefings/figures/table-title.ts";
import type { Outcome } from "#app/features/disclosure/protect-outcome.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { LISTS, sampleDraft } from "../../../unit/features/briefings/sample-briefing.ts";

const ORGANISATIONS = 90;
const REGIONS = ["africa", "asia_pacific", "eastern_europe"];

/**
 * Each organisation has one case: a region, a severity, some days, and an amount in dollars or, for one in five, euros.
 * All but every fourth told what coping with it cost, in euros and in working days.
 */
const rows: CountedRow[] = Array.from({ length: ORGANISATIONS }, (_, place) => ({
  organisationKey: `organisation ${place}`,
  codes: {
    affected_region: [REGIONS[place % 3]!],
    severity: [place % 2 === 0 ? "high" : "low"],
  },
  quantities: {
    duration: 100 + (place % 7),
    amount: { amountMinor: (1_000 + place * 10) * 100, currency: place % 5 === 0 ? "EUR" : "USD" },
    extra_cost: place % 4 === 0 ? null : { amountMinor: (200 + place) * 100, currency: "EUR" },
    staff_days: place % 4 === 0 ? null : 10 + (place % 5),
  },
}));

const by = (choice: Omit<TableChoice, "dimensions" | "where"> & Partial<TableChoice>): TableChoice => ({
  dimensions: ["affected_region"],
  where: null,
  ...choice,
});
const SHARE = by({ measure: "share", where: { dimension: "severity", code: "high" } });
const SUM = by({ measure: "sum", of: "amount_usd" });
const DAYS = by({ measure: "medianBand", of: "duration" });
const MONEY = by({ measure: "medianBand", of: "amount_usd" });
const COST = by({ measure: "sum", of: "extra_cost_eur" });
const WORK = by({ measure: "sum", of: "staff_days" });
const CHOICES = withBases([SHARE, SUM, DAYS, MONEY, COST, WORK]);

describe("shares, sums and medians", () => {
  let outcome: Outcome;
  let release: ProtectedRelease;
  beforeAll(async () => {
    ({ outcome } = await protectTables(rows, CHOICES, { cohort: "asp25", lists: LISTS, earlier: [] }));
    release = protectedRelease(outcome, CHOICES, ORGANISATIONS, "all_teams");
  });
  const cellsOf = (choice: TableChoice) =>
    new Map(release.tables.find(({ id }) => id === tableIdOf(choice))?.cells.map((cell) => [cell.codes.join(), cell]));

  test("bring the tables of organisations they rest on, and pass the audit with them", () => {
    expect(CHOICES.map(tableIdOf)).toEqual([
      "organisations-by-affected-region-of-severity-high",
      "organisations-by-affected-region",
      "share-by-affected-region-of-severity-high",
      "sum-amount-usd-by-affected-region",
      "median-duration-by-affected-region",
      "median-amount-usd-by-affected-region",
      "sum-extra-cost-eur-by-affected-region",
      "sum-staff-days-by-affected-region",
    ]);
    expect(outcome.kind).toBe("released");
    expect(release.tables.map(({ id }) => id)).toEqual(CHOICES.map(tableIdOf));
  });

  test("a share is of the organisations in its row", () => {
    expect(cellsOf(SHARE).get("africa")?.value).toBe(50);
    expect(cellsOf(SHARE).get("ALL")?.value).toBe(50);
  });

  test("a sum holds one currency alone, to three significant figures", () => {
    const dollars = rows.flatMap(({ quantities }) =>
      quantities?.amount?.currency === "USD" ? [quantities.amount.amountMinor / 100] : [],
    );
    const truth = dollars.reduce((sum, amount) => sum + amount, 0);
    expect(cellsOf(SUM).get("ALL")?.value).toBe(Number(truth.toPrecision(3)));
  });

  test("what coping cost is added up apart from what was at stake, in money and in working days", () => {
    const told = rows.flatMap(({ quantities }) => (quantities?.extra_cost ? [quantities] : []));
    const total = (values: readonly number[]) => Number(values.reduce((sum, value) => sum + value, 0).toPrecision(3));
    expect(cellsOf(COST).get("ALL")?.value).toBe(total(told.map(({ extra_cost }) => extra_cost!.amountMinor / 100)));
    expect(cellsOf(WORK).get("ALL")?.value).toBe(total(told.map(({ staff_days }) => staff_days!)));
  });

  test("a median is a band, and a mark where too few said it", () => {
    expect(cellsOf(DAYS).get("africa")).toMatchObject({ value: null, band: { least: 91, most: 183 } });
    expect(cellsOf(MONEY).get("ALL")).toMatchObject({ value: null, band: { least: 1_000, most: 10_000 } });
    expect(cellsOf(DAYS).get("western_europe_and_others")?.band).toBeUndefined();
  });

  test("stand in words beside their unit, in the part on time and money, without a picture", () => {
    const tables = previewTables(sampleDraft(), release, "en");
    const wordsIn = (choice: TableChoice) => {
      const table = tables.find(({ id }) => id === tableIdOf(choice));
      return [table?.rows.find(({ code }) => code === "ALL")?.values[0], table?.charts.length];
    };
    expect(wordsIn(SHARE)).toEqual(["50%", 0]);
    expect(wordsIn(DAYS)).toEqual(["91 to under 183 days", 0]);
    expect(wordsIn(MONEY)).toEqual(["1,000 to under 10,000 USD", 0]);
    expect(String(wordsIn(SUM)[0])).toMatch(/^1\d\d,000 USD$/);
    expect(String(wordsIn(COST)[0])).toMatch(/ EUR$/);
    expect(String(wordsIn(WORK)[0])).toMatch(/^[\d,]+$/);
    expect(tableTitle(SUM, { t: textFor("en"), labelOf, locale: "en" })).toBe(
      "Regions of those affected (sum of amounts in USD)",
    );
  });

  test("the package says what each is made of, and marks carry no number", () => {
    if (outcome.kind !== "released") throw new Error("held");
    const { resources } = JSON.parse(outcome.files.get("datapackage.json") ?? "{}") as {
      resources: { name: string; sdc: object }[];
    };
    const sdcOf = (choice: TableChoice) => resources.find(({ name }) => name === tableIdOf(choice))?.sdc;
    expect(sdcOf(SUM)).toMatchObject({ measure: "sum", of: "amount_usd", where: { currency: "USD" } });
    expect(sdcOf(COST)).toMatchObject({ of: "extra_cost_eur", where: { extra_cost_currency: "EUR" } });
    expect(sdcOf(WORK)).toMatchObject({ of: "staff_days", where: { staff_days_told: "told" } });
    expect(sdcOf(SHARE)).toMatchObject({ part: CHOICES[0] && tableIdOf(CHOICES[0]) });
    expect(sdcOf(DAYS)).toMatchObject({ beside: "organisations-by-affected-region", quantile: 0.5 });
  });
});

test("where too few gave an amount, its table shows nothing and holds no other", async () => {
  const nothing = { duration: null, amount: null, extra_cost: null, staff_days: null };
  const few = rows.map((row, place) => (place < 3 ? row : { ...row, quantities: nothing }));
  const { outcome } = await protectTables(few, CHOICES, { cohort: "asp25", lists: LISTS, earlier: [] });
  const release = protectedRelease(outcome, CHOICES, ORGANISATIONS, "all_teams");
  const printed = release.tables.find(({ id }) => id === tableIdOf(SUM))?.cells.filter(({ value }) => value !== 0);
  expect(outcome.kind).toBe("released");
  expect((printed ?? []).every(({ value }) => value === null)).toBe(true);
  expect(release.tables.map(({ id }) => id)).toContain("organisations-by-affected-region");
});
