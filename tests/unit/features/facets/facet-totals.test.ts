import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FacetCase } from "#app/features/facets/facet-index.ts";
import { type Axis, recordsFor, type TotalsSpec, totals } from "#app/features/facets/facet-queries.ts";
import type { FacetRecord } from "#app/features/facets/facet-record.ts";
import { anyId, crowdedAssessed, crowdedReported } from "./arbitraries.ts";
import { expectedCases, indexOf } from "./naive.ts";

const ORGANISATIONS = [
  "0a4d3f4e-55f6-4d0c-8b0e-0c8a3c1f7a01",
  "5e1d2c3b-4a59-4687-8897-a6b5c4d3e2f1",
  "9d0c1b2a-3948-4576-8a9b-0c1d2e3f4a5b",
] as const;
const CONSENTS = [3, 4, 5];

const someCases = fc
  .array(
    fc
      .tuple(anyId, crowdedReported([...ORGANISATIONS, null]), fc.option(crowdedAssessed([null])))
      .map(([caseId, reported, assessed]) => [
        { caseId, version: 1, kind: "reported", facets: reported } satisfies FacetRecord,
        ...(assessed ? [{ caseId, version: 1, kind: "assessed", facets: assessed } satisfies FacetRecord] : []),
      ]),
    { maxLength: 30 },
  )
  .map((cases) => cases.flat());

const region = (country: string | null) => (country === "FR" ? "WEOG" : country === null ? undefined : "AFR");
const AXES: Record<string, { axis: Axis; groups: (each: FacetCase) => readonly unknown[] }> = {
  incident: { axis: { column: "mainIncident" }, groups: ({ reported }) => [reported.mainIncident] },
  country: { axis: { column: "affectedCountry" }, groups: ({ reported }) => [reported.affectedCountry] },
  region: {
    axis: { column: "affectedCountry", as: region },
    groups: ({ reported }) => [region(reported.affectedCountry)].filter((group) => group !== undefined),
  },
  consequence: { axis: { column: "consequences" }, groups: ({ reported }) => reported.consequences },
  consequenceHalf: {
    axis: { column: "consequences", as: (member) => member > 32 },
    groups: ({ reported }) => [...new Set(reported.consequences.map((member) => member > 32))],
  },
  organisation: { axis: { column: "organisationId" }, groups: ({ reported }) => [reported.organisationId] },
  eligible: { axis: { column: "eligible" }, groups: ({ assessed }) => [assessed?.eligible ?? false] },
  answer: { axis: { column: "listedParty" }, groups: ({ reported }) => [reported.listedParty] },
};
const anyAxes = fc.uniqueArray(fc.constantFrom(...Object.keys(AXES)), { maxLength: 2 });

/** The same totals, counted one case at a time. */
function naiveTotals(cases: readonly FacetCase[], axes: readonly string[]) {
  const cells = new Map<string, { groups: unknown[]; all: FacetCase[] }>();
  for (const each of cases) {
    const [first = [null], second = [null]] = axes.map((name) => AXES[name]!.groups(each));
    for (const a of first) {
      for (const b of second) {
        const groups = [a, b].slice(0, axes.length);
        const cell = cells.get(JSON.stringify(groups)) ?? { groups, all: [] };
        cells.set(JSON.stringify(groups), cell);
        cell.all.push(each);
      }
    }
  }
  return [...cells.values()].map(({ groups, all }) => {
    const said = all.map(({ reported }) => reported.amountMinor).filter((amount) => amount !== null);
    return {
      groups,
      cases: all.length,
      organisations: new Set(all.map(({ reported }) => reported.organisationId).filter((id) => id !== null)).size,
      sum: said.reduce((sum, amount) => sum + amount, 0),
      summedCases: said.length,
    };
  });
}

const isCountable = ({ reported, assessed }: FacetCase) =>
  assessed?.eligible === true && CONSENTS.includes(reported.consent) && reported.organisationId !== null;
const sorted = (cells: readonly object[]) => cells.map((cell) => JSON.stringify(cell)).toSorted();

describe("totals", () => {
  test("are those of counting one case after the other", () => {
    fc.assert(
      fc.property(someCases, anyAxes, fc.boolean(), (records, axes, countable) => {
        const spec: TotalsSpec = {
          by: axes.map((name) => AXES[name]!.axis),
          where: { currency: ["EUR"] },
          sumOf: "amountMinor",
          ...(countable && { countable: { consents: CONSENTS } }),
        };
        const cases = [...expectedCases(records).values()]
          .filter(({ reported }) => reported.currency === "EUR")
          .filter((each) => !countable || isCountable(each));
        expect(sorted(totals([indexOf(records)], spec))).toEqual(sorted(naiveTotals(cases, axes)));
      }),
      { numRuns: 300 },
    );
  });

  test("over several teams count an organisation once", () => {
    fc.assert(
      fc.property(someCases, someCases, anyAxes, (here, there, axes) => {
        const spec: TotalsSpec = { by: axes.map((name) => AXES[name]!.axis), where: { currency: ["USD", null] } };
        const cases = [...expectedCases([...here, ...there]).values()].filter(
          ({ reported }) => reported.currency !== "EUR",
        );
        const expected = naiveTotals(cases, axes).map((cell) => ({ ...cell, sum: 0, summedCases: 0 }));
        expect(sorted(totals([indexOf(here, "a"), indexOf(there, "b")], spec))).toEqual(sorted(expected));
      }),
    );
  });

  test("refuse to add money of different currencies", () => {
    expect(() => totals([indexOf([])], { by: [{ column: "mainIncident" }], sumOf: "amountMinor" })).toThrow(RangeError);
    expect(totals([indexOf([])], { by: [{ column: "currency" }], sumOf: "amountMinor" })).toEqual([]);
  });
});

describe("the records behind a table", () => {
  test("are those that count, with the facets asked for and no others", () => {
    fc.assert(
      fc.property(someCases, (records) => {
        const columns = ["organisationId", "mainIncident", "consequences", "amountMinor", "cohort"] as const;
        const table = recordsFor([indexOf(records)], { columns, countable: { consents: CONSENTS } });
        const rows = table.caseIds.map((caseId, place) => ({
          caseId,
          ...Object.fromEntries(columns.map((name) => [name, table.columns[name][place]])),
        }));
        const expected = [...expectedCases(records).values()]
          .filter(isCountable)
          .map(({ caseId, reported, assessed, cohort }) => {
            const all = { ...reported, ...assessed!, cohort };
            return { caseId, ...Object.fromEntries(columns.map((name) => [name, all[name]])) };
          });
        expect(sorted(rows)).toEqual(sorted(expected));
      }),
    );
  });
});
