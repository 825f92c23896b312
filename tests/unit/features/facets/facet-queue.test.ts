import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FacetCase } from "#app/features/facets/facet-index.ts";
import { type QueueFilters, type QueueQuery, queue } from "#app/features/facets/facet-queries.ts";
import type { FacetRecord } from "#app/features/facets/facet-record.ts";
import { anyId, crowdedAssessed, crowdedReported } from "./arbitraries.ts";
import { expectedCases, indexOf } from "./naive.ts";

const PEOPLE = ["0a4d3f4e-55f6-4d0c-8b0e-0c8a3c1f7a01", "5e1d2c3b-4a59-4687-8897-a6b5c4d3e2f1"] as const;
const STRANGER = "9d0c1b2a-3948-4576-8a9b-0c1d2e3f4a5b";
const OPEN = [1, 2, 3];
const NEW = [1];
const NOW = 100;

const someCases = fc.array(
  fc
    .tuple(anyId, crowdedReported([null]), fc.option(crowdedAssessed([...PEOPLE, null])))
    .map(([caseId, reported, assessed]) => [
      { caseId, version: 1, kind: "reported", facets: reported } satisfies FacetRecord,
      ...(assessed ? [{ caseId, version: 1, kind: "assessed", facets: assessed } satisfies FacetRecord] : []),
    ]),
  { maxLength: 40 },
);

const codes = (most: number) => fc.option(fc.uniqueArray(fc.integer({ min: 0, max: most })), { nil: undefined });
const countries = fc.option(fc.uniqueArray(fc.constantFrom("KE", "UG", "FR", "DE")), { nil: undefined });
const someFilters: fc.Arbitrary<QueueFilters> = fc.record({
  statuses: codes(5),
  urgencies: codes(4),
  incidents: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 6 })), { nil: undefined }),
  institutionCountries: countries,
  affectedCountries: countries,
  assignedUserId: fc.constantFrom(...PEOPLE, STRANGER, null, undefined),
  isOverdue: fc.constantFrom(true, false, undefined),
});

const query = (change: Partial<QueueQuery>): QueueQuery => ({
  filters: {},
  sort: "due",
  page: 1,
  pageSize: 1000,
  now: NOW,
  openStatuses: OPEN,
  newStatuses: NEW,
  ...change,
});

/** 0 where nobody has assessed the case and its reporter has not moved it either */
const statusOf = ({ assessed, reported }: FacetCase) => assessed?.status ?? reported.reporterStatus;
const isOpen = (each: FacetCase) => [0, ...OPEN].includes(statusOf(each));
const isOverdue = (each: FacetCase) => isOpen(each) && each.assessed?.dueAt != null && each.assessed.dueAt < NOW;

function passes(filters: QueueFilters, each: FacetCase): boolean {
  const { reported, assessed } = each;
  const has = <T>(allowed: readonly T[] | undefined, value: T) => allowed === undefined || allowed.includes(value);
  return (
    has(filters.statuses, statusOf(each)) &&
    has(filters.urgencies, assessed?.urgency ?? 0) &&
    (!filters.incidents ||
      filters.incidents.some((type) => [reported.mainIncident, ...reported.otherIncidents].includes(type))) &&
    has<string | null>(filters.institutionCountries, reported.institutionCountry) &&
    has<string | null>(filters.affectedCountries, reported.affectedCountry) &&
    (filters.assignedUserId === undefined || (assessed?.assignedUserId ?? null) === filters.assignedUserId) &&
    (filters.isOverdue === undefined || isOverdue(each) === filters.isOverdue)
  );
}

describe("the queue", () => {
  test("holds exactly the cases that pass all filters", () => {
    fc.assert(
      fc.property(someCases, someFilters, fc.constantFrom("due", "urgency", "received"), (cases, filters, sort) => {
        const page = queue(indexOf(cases.flat()), query({ filters, sort }));
        const expected = [...expectedCases(cases.flat()).values()].filter((each) => passes(filters, each));
        const found = page.cases.map(({ isOverdue, ...each }) => each);
        expect(found.toSorted(byId)).toEqual(expected.toSorted(byId));
        expect(page.total).toBe(expected.length);
      }),
    );
  });

  test("counts all cases of the team, whatever the filters say", () => {
    fc.assert(
      fc.property(someCases, someFilters, (cases, filters) => {
        const { counts } = queue(indexOf(cases.flat()), query({ filters }));
        const all = [...expectedCases(cases.flat()).values()];
        expect(counts).toEqual({
          all: all.length,
          open: all.filter(isOpen).length,
          overdue: all.filter(isOverdue).length,
          new: all.filter((each) => [0, ...NEW].includes(statusOf(each))).length,
          byStatus: tally(all.map(statusOf)),
          byUrgency: tally(all.filter(isOpen).map(({ assessed }) => assessed?.urgency ?? 0)),
        });
      }),
    );
  });

  test("puts what is due first on top: overdue, then open with a day, then open without, then the rest", () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const ranks = queue(indexOf(cases.flat()), query({})).cases.map((each) => {
          if (!isOpen(each)) return [2, -each.reported.receivedAt];
          if (each.assessed === null) return [0, each.reported.receivedAt];
          return each.assessed.dueAt === null ? [1, each.reported.receivedAt] : [0, each.assessed.dueAt];
        });
        expect(ranks).toEqual(ranks.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!));
      }),
    );
  });

  test("turned page by page shows every case once", () => {
    fc.assert(
      fc.property(someCases, fc.integer({ min: 1, max: 7 }), (cases, pageSize) => {
        const index = indexOf(cases.flat());
        const { pages, cases: whole } = { ...queue(index, query({})), pages: queue(index, query({ pageSize })).pages };
        const turned = Array.from(
          { length: pages },
          (_, page) => queue(index, query({ page: page + 1, pageSize })).cases,
        );
        expect(turned.flat()).toEqual(whole);
      }),
    );
  });

  test("beyond its end shows its last page", () => {
    const cases = fc.sample(
      someCases.filter((some) => some.length > 3),
      { numRuns: 1, seed: 1 },
    )[0]!;
    const index = indexOf(cases.flat());
    expect(queue(index, query({ page: 99, pageSize: 2 }))).toEqual(
      queue(index, query({ page: Math.ceil(cases.length / 2), pageSize: 2 })),
    );
  });
});

function byId(a: FacetCase, b: FacetCase): number {
  return a.caseId < b.caseId ? -1 : 1;
}

function tally(numbers: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}
