import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DIMENSIONS, type Dimension } from "#app/features/briefings/figures/dimensions.ts";
import {
  type CountedRow,
  contributorsOf,
  type FirstRelease,
  firstReleaseTables,
  type TableRequest,
} from "#app/features/briefings/figures/first-release-tables.ts";

const CODES = ["a", "b", "c", "d", "e"];
const REQUESTS: TableRequest[] = (["affected_region", "consequence", "incident_group", "incident_type"] as const).map(
  (dimension) => ({ dimension, codes: CODES }),
);

const someCodes = fc.subarray(CODES);
const row: fc.Arbitrary<CountedRow> = fc.record({
  organisationKey: fc.integer({ min: 1, max: 70 }).map((number) => `organisation ${number}`),
  countable: fc.boolean().map((coin) => coin || true),
  codes: fc.record({
    affected_region: fc.constantFrom(...CODES).map((code) => [code]),
    consequence: someCodes,
    incident_group: someCodes,
    incident_type: someCodes,
  }),
});
const manyRows = fc
  .array(fc.tuple(row, fc.boolean()), { maxLength: 150 })
  .map((pairs) => pairs.map(([one, countable]) => ({ ...one, countable })));

const valuesOf = ({ tables }: FirstRelease) => tables.flatMap(({ cells }) => cells.map(({ value }) => value));

function organisations(
  count: number,
  codes: (number: number) => string[],
  dimension: Dimension = "consequence",
): CountedRow[] {
  return Array.from({ length: count }, (_, number) => ({
    organisationKey: `organisation ${number}`,
    countable: true,
    codes: { [dimension]: codes(number) },
  }));
}

describe("the tables of a first release", () => {
  test("print nothing but multiples of five, from five on", () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        for (const value of valuesOf(firstReleaseTables(rows, REQUESTS)))
          expect(value === null || (value >= 5 && value % 5 === 0)).toBe(true);
      }),
    );
  });

  test("print a figure only of five organisations or more, at most two away from their number", () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        for (const table of firstReleaseTables(rows, REQUESTS).tables) {
          const contributors = contributorsOf(rows, { dimension: table.dimension, codes: CODES });
          for (const { code, value } of table.cells) {
            const count = contributors.get(code)?.size ?? 0;
            if (value !== null) expect(Math.abs(value - count)).toBeLessThanOrEqual(2);
            if (value !== null) expect(count).toBeGreaterThanOrEqual(5);
          }
        }
      }),
    );
  });

  test("have a row for every code, in their order, whether or not anybody stands in it", () => {
    const { tables } = firstReleaseTables(
      organisations(40, (n) => (n < 20 ? ["a", "b"] : ["b", "e"]).slice(n % 2)),
      [{ dimension: "consequence", codes: CODES }],
    );
    expect(tables[0]?.cells).toEqual([
      { code: "a", value: 10 },
      { code: "b", value: 30 },
      { code: "c", value: null },
      { code: "d", value: null },
      { code: "e", value: 20 },
    ]);
  });

  test("do not change when rows, or the names of organisations, change places", () => {
    fc.assert(
      fc.property(manyRows, fc.infiniteStream(fc.nat()), (rows, dice) => {
        const shuffled = rows
          .map((one) => ({ one, place: dice.next().value }))
          .sort((left, right) => left.place - right.place)
          .map(({ one }) => ({ ...one, organisationKey: `other ${one.organisationKey}` }));
        expect(firstReleaseTables(shuffled, REQUESTS)).toEqual(firstReleaseTables(rows, REQUESTS));
      }),
    );
  });

  test("count an organisation once, however many cases it has", () => {
    const rows = organisations(40, (n) => [n % 2 ? "a" : "b", "c"].slice(n % 3 ? 0 : 1));
    expect(firstReleaseTables([...rows, ...rows, ...rows], REQUESTS)).toEqual(firstReleaseTables(rows, REQUESTS));
  });

  test("do not see rows that may not be counted", () => {
    const rows = organisations(60, (n) => [n % 2 ? "a" : "b"]);
    const hidden = rows.map((one, place) => ({ ...one, countable: place % 2 === 0 }));
    expect(firstReleaseTables(hidden, REQUESTS)).toEqual(
      firstReleaseTables(
        hidden.filter((one) => one.countable),
        REQUESTS,
      ),
    );
  });

  test("show one level of a subject, the one asked for first", () => {
    const rows = DIMENSIONS.flatMap((dimension) =>
      organisations(40, (n) => (n % 3 ? ["a", "b"] : ["b", "c"]).slice(n % 2), dimension),
    );
    const { tables, leftOut } = firstReleaseTables(rows, REQUESTS.slice(2));
    expect(tables.map(({ dimension }) => dimension)).toEqual(["incident_group"]);
    expect(leftOut).toEqual([{ dimension: "incident_type", reason: "shown-at-another-level" }]);
  });

  test("are left out with a reason where they cannot be shown safely", () => {
    const { leftOut } = firstReleaseTables(
      organisations(40, () => ["a"]),
      REQUESTS.slice(1, 2),
    );
    expect(leftOut).toEqual([{ dimension: "consequence", reason: "too-few-figures" }]);
  });
});

describe("how many organisations a release rests on", () => {
  test.each([
    [5, { kind: "not_said" }],
    [6, { kind: "more_than_five" }],
    [9, { kind: "more_than_five" }],
    [10, { kind: "rounded", organisations: 10 }],
    [13, { kind: "rounded", organisations: 15 }],
    [214, { kind: "rounded", organisations: 215 }],
  ])("of %i is said no finer than the rule allows", (count, population) => {
    expect(
      firstReleaseTables(
        organisations(count, () => []),
        [],
      ).population,
    ).toEqual(population);
  });

  test("never stands beside tables under fifteen", () => {
    const { tables, leftOut } = firstReleaseTables(
      organisations(12, (n) => [n % 2 ? "a" : "b"]),
      REQUESTS.slice(1, 2),
    );
    expect([tables, leftOut]).toEqual([[], [{ dimension: "consequence", reason: "population-too-small" }]]);
  });
});
