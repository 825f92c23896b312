import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { factsOf } from "#app/features/disclosure/audit/audit-facts.ts";
import { readPackage, type WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { protectRelease } from "#app/features/disclosure/protect.server.ts";
import { LIMITS } from "#app/features/disclosure/settings.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { suppress } from "#app/features/disclosure/suppression/suppress.server.ts";
import { buildSystem } from "#app/features/disclosure/system/build-system.server.ts";
import { closureOf } from "#app/features/disclosure/system/closure.ts";
import { overlapping } from "#app/features/disclosure/tables/contributions.ts";
import { planned } from "#app/features/disclosure/tables/table-plan.ts";
import { systemOf, tables } from "./all-tables.ts";
import { readSpec } from "./small-release.ts";
import { RULES } from "./worked-table.ts";
import { factsOfSystem } from "./written-tables.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

// Small on purpose: each law is asked of many releases.
const COUNTRIES = ["KE", "UG", "JP", "TH"] as const;
const OUTCOMES = ["resolved", "closed"] as const;
const DIMENSIONS = {
  country: {
    column: "country",
    total: "ALL",
    sums: [
      ["ALL", ["AFR", "APA"]],
      ["AFR", ["KE", "UG"]],
      ["APA", ["JP", "TH"]],
    ],
  },
  outcome: { column: "outcome", total: "ALL", sums: [["ALL", OUTCOMES]] },
};
const ALL = [{ id: "cases", measure: "cases", dimensions: ["country", "outcome"], mostPrimary: 1 }];
const spec = readSpec({ dimensions: DIMENSIONS, tables: ALL, release: "first", rules: { cost: { jitter: 0 } } });

/** Fifteen to twenty-four organisations, each in a country or two, with a few cases. */
const populations = fc
  .array(fc.tuple(fc.nat(3), fc.nat(1), fc.nat(3), fc.nat(1)), { minLength: 15, maxLength: 24 })
  .map((drawn) =>
    drawn.flatMap(([one, outcome, other, another], unit): MicroRecord[] =>
      [
        [one, outcome],
        [one, another],
        [other, outcome],
      ].map(([country, ended], row) => ({
        id: `${unit}-${row}`,
        unit: `o${unit}`,
        codes: { country: [COUNTRIES[country!]!], outcome: [OUTCOMES[ended!]!] },
        amounts: {},
        releasedIn: [],
        withdrawn: false,
      })),
    ),
  );
const RUNS = { numRuns: 3, seed: 7 };

function release(
  records: readonly MicroRecord[],
  own = spec,
  earlier: readonly PackageFiles[] = [],
): PackageFiles | null {
  const outcome = protectRelease(solver, { ...own, records, earlier, date: "2026-12-07" });
  return outcome.kind === "released" ? outcome.files : null;
}
const failuresOf = (packages: readonly WrittenPackage[], records: readonly MicroRecord[]) =>
  audit(solver, factsOf(packages, { records, trees: spec.trees, m: spec.spec.rules.m }), spec.spec.rules).failures;

describe("a safe release", () => {
  test("is safe when it is printed coarser: by region, or without a dimension", () => {
    fc.assert(
      fc.property(populations, (records) => {
        const files = release(records);
        fc.pre(files !== null);
        const written = readPackage(files);
        const only = (keep: (codes: readonly string[]) => boolean) => ({
          ...written,
          tables: written.tables.map((table) => ({ ...table, cells: table.cells.filter(({ codes }) => keep(codes)) })),
        });
        const leaves: readonly string[] = COUNTRIES;
        expect(failuresOf([only(([country]) => !leaves.includes(country!))], records)).toEqual([]);
        expect(failuresOf([only(([, outcome]) => outcome === "ALL")], records)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("stays safe beside a second one of the same cohort", () => {
    fc.assert(
      fc.property(populations, (records) => {
        const first = release(records);
        fc.pre(first !== null);
        const more = { release: "second", cohort: "first", rules: { cost: { jitter: 0 } }, dimensions: DIMENSIONS };
        const asked = readSpec({
          ...more,
          tables: [
            { id: "ended", measure: "cases", dimensions: ["outcome"] },
            { id: "who", measure: "organisations", dimensions: ["country"] },
          ],
        });
        const counted = records.map((record) => ({ ...record, releasedIn: ["first"] }));
        const second = release(counted, asked, [first]);
        fc.pre(second !== null);
        expect(failuresOf([readPackage(first), readPackage(second)], records)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("costs the same, and hides the same, under other names of codes and organisations", () => {
    const answer = (records: readonly MicroRecord[]) => {
      const { trees, spec: own } = spec;
      const plans = [planned(own.tables[0]!, [0, 0], trees)];
      const closure = closureOf(plans, trees, overlapping(records));
      const system = buildSystem({ tables: plans, records, trees, rules: own.rules, seed: own.seed, closure });
      const found = suppress(solver, system, own.rules, { ...LIMITS, gap: 0 });
      const sensitive = system.columns.filter(({ target }) => target);
      return {
        cost: found.kind === "suppressed" ? found.cost : null,
        sensitive: sensitive.map(({ value }) => value).sort(),
      };
    };
    fc.assert(
      fc.property(populations, (records) => {
        // Outcomes change places, and so do the countries of a region; organisations take other names.
        const outcomes: Record<string, string> = { resolved: "closed", closed: "resolved" };
        const countries: Record<string, string> = { KE: "UG", UG: "KE", JP: "TH", TH: "JP" };
        const renamed = records.map((record) => ({
          ...record,
          unit: `z${999 - Number(record.unit.slice(1))}`,
          codes: { country: [countries[record.codes.country![0]!]!], outcome: [outcomes[record.codes.outcome![0]!]!] },
        }));
        expect(answer(renamed)).toEqual(answer(records));
      }),
      RUNS,
    );
  });
});

describe("withholding more", () => {
  test("never narrows what anybody can say of a withheld figure", () => {
    const marks = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(tables, marks, marks, (drawn, marked, more) => {
        const system = systemOf(drawn);
        const less = Float64Array.from(system.spots, (_, spot) => Number(marked[spot]));
        const larger = less.map((flag, spot) => Math.max(flag, Number(more[spot])));
        const rules = { ...RULES, impliedAggregates: false };
        const [before, after] = [less, larger].map((pattern) => audit(solver, factsOfSystem(system, pattern), rules));
        const now = new Map(after!.intervals.map((interval) => [interval.place, interval]));
        for (const { place, least, most } of before!.intervals) {
          expect(now.get(place)!.least).toBeLessThanOrEqual(least);
          expect(now.get(place)!.most).toBeGreaterThanOrEqual(most);
        }
        // What was printed was open to everybody; now it may be open to a contributor.
        const isOpen = (report: typeof before, place: string, attacker: string) =>
          report!.failures.some((one) => one.place === place && ["", attacker].includes(one.attacker.join("+")));
        for (const { place, attacker } of after!.failures) expect(isOpen(before, place, attacker.join("+"))).toBe(true);
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});
