import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { isBelowThreshold, isDominated } from "#app/features/disclosure/rules/primary.ts";
import { protectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import { PROFILES, type Rules } from "#app/features/disclosure/settings.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { barePattern } from "#app/features/disclosure/system/system.ts";
import { organisations, readSpec, recordsOf } from "./small-release.ts";
import { crowd, RULES, twoWaySystem } from "./worked-table.ts";
import { factsOfSystem, factsOfTables, printedTable } from "./written-tables.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const quiet: Rules = { ...RULES, impliedAggregates: false };

/** Hundepool et al., Handbook on Statistical Disclosure Control, second edition (2024), chapter 4. */
describe("the examples of the handbook", () => {
  // Its p% rule has the second largest as the attacker: a coalition of one.
  const rule = (p: number): Rules => ({ ...PROFILES.partners, p, coalition: 1 });
  const nearlyHalves = [50_000, 49_000, ...Array<number>(10).fill(100)];
  const wider = [52_000, 50_000, ...Array<number>(80).fill(100)];

  test("100,000 with 50,000 and 49,000 in it: the second comes within 2 % of the first, and 4,000 are missing", () => {
    expect(isDominated(nearlyHalves, rule(2))).toBe(false);
    expect(isDominated(nearlyHalves, rule(2.1))).toBe(true);
    const cell = new Map(nearlyHalves.map((amount, place) => [`o${place}`, amount]));
    expect(protectionLevel(cell, ["dominance"], rule(10), false).up).toBe(4000);
  });

  test("110,000 with 52,000 and 50,000 in it: 15.4 % too much, so safe at 10 and at 15, and not at 16", () => {
    expect([10, 15, 16].map((p) => isDominated(wider, rule(p)))).toEqual([false, false, true]);
  });

  test("branches of one company count once, so that three of them are no three contributors", () => {
    const spec = readSpec();
    const one = recordsOf(organisations(1, 3, "KE", "closed"), spec);
    const ofOneGroup = one.map((record) => ({ ...record, unit: "group holding" }));
    expect(
      [one, ofOneGroup].map((records) => isBelowThreshold(new Set(records.map(({ unit }) => unit)).size, 3)),
    ).toEqual([false, true]);
  });

  test("56,600 less 47,600 and 8,002 is 998: one mark in a sum is no mark", () => {
    const input = readSpec({
      dimensions: {
        country: { column: "country", total: "ALL", sums: [["ALL", ["I", "II", "III"]]] },
        outcome: { column: "outcome", total: "ALL", sums: [["ALL", ["resolved", "closed"]]] },
      },
    });
    // A hundredth of the figures, for a case is a record here.
    const [few, many, some] = [
      organisations(1, 2, "I", "closed", 5),
      organisations(3, 36, "II", "closed", 14),
      organisations(37, 56, "III", "closed", 4),
    ];
    const records = recordsOf([...few, ...many, ...some], input);
    const table = printedTable("sector", { ALL: 566, I: null, II: 476, III: 80 });
    const report = audit(solver, factsOfTables([table], records, input.trees), quiet);
    expect(report.intervals).toMatchObject([{ place: "country=I", least: 10, most: 10 }]);
    expect(report.failures).not.toEqual([]);
  });

  /** From Geurts (1992), Heuristics for cell suppression in tables, table 10. */
  test("rows of 7, 3 and 6 and columns of 9 and 7 leave the first cell between 3 and 6, whatever stands there", () => {
    for (const first of [3, 4, 5, 6]) {
      const system = twoWaySystem([
        [crowd(first), crowd(7 - first)],
        [crowd(6 - first), crowd(first - 3)],
        [crowd(3), crowd(3)],
      ]);
      const pattern = barePattern(system);
      for (const inside of [0, 1, 3, 4]) pattern[inside] = 1;
      const { intervals } = audit(solver, factsOfSystem(system, pattern), quiet);
      expect(intervals.find(({ place }) => place === "0")).toMatchObject({ least: 3, most: 6 });
    }
  });
});
