import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { ContradictionError } from "#app/features/disclosure/audit/printed-facts.ts";
import { LIMITS, type Rules } from "#app/features/disclosure/settings.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { suppress } from "#app/features/disclosure/suppression/suppress.server.ts";
import { barePattern, type System } from "#app/features/disclosure/system/system.ts";
import { organisations, readSpec, recordsOf } from "./small-release.ts";
import { crowd, type HandCell, RULES, twoWaySystem } from "./worked-table.ts";
import { factsOfSystem, factsOfTables, printedTable } from "./written-tables.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const NO_SUMS: Rules = { ...RULES, impliedAggregates: false };

const withheld = (system: System, ...places: number[]) => {
  const pattern = barePattern(system);
  for (const place of places) pattern[place] = 1;
  return pattern;
};

describe("the audit", () => {
  test("finds a cell that rows minus columns give away, though each row and column holds two marks", () => {
    const small = crowd(2, { up: 1, down: 2 });
    const system = twoWaySystem([
      [crowd(6), crowd(7), crowd(5), crowd(9)],
      [crowd(8), crowd(6), small, crowd(7)],
      [crowd(5), crowd(9), crowd(8), crowd(6)],
      [crowd(7), crowd(5), crowd(6), crowd(8)],
    ]);
    const leaking = withheld(system, 0, 1, 5, 6, 7, 12, 13, 17, 18);
    const report = audit(solver, factsOfSystem(system, leaking), { ...NO_SUMS, m: 3 });
    expect(report.intervals.find(({ place }) => place === "7")).toMatchObject({ least: 2, most: 2 });
    expect(report.failures).toContainEqual({ measure: "cases", place: "7", attacker: [], kind: "too-narrow" });

    const repaired = suppress(solver, system, NO_SUMS, LIMITS, leaking);
    if (repaired.kind !== "suppressed") throw new Error(repaired.kind);
    expect(audit(solver, factsOfSystem(system, repaired.pattern), NO_SUMS).failures).toEqual([]);
  });

  test("finds what a lone contributor sees through its own mark, and passes the pattern that allows for it", () => {
    // Organisation 0 stands alone behind the second 2: it hides the first from everybody else.
    const level = { up: 1, down: 2 };
    const system = twoWaySystem([
      [{ value: 2, parts: { 1: 1, 2: 1 }, level }, { value: 2, parts: { 0: 2 }, level }, crowd(9)],
      [crowd(9), crowd(9), crowd(9)],
      [crowd(9), crowd(9), crowd(9)],
    ]);
    const attackers = audit(solver, factsOfSystem(system, withheld(system, 0, 1, 4, 5)), NO_SUMS).failures;
    expect(new Set(attackers.map(({ attacker }) => attacker.join()))).toEqual(new Set(["o0"]));

    const repaired = suppress(solver, { ...system, units: ["0", "1", "2"] }, NO_SUMS, LIMITS);
    if (repaired.kind !== "suppressed") throw new Error(repaired.kind);
    expect(audit(solver, factsOfSystem(system, repaired.pattern), NO_SUMS).failures).toEqual([]);
  });

  test("finds what two contributors see together and neither alone", () => {
    const level = { up: 1, down: 2 };
    const system = twoWaySystem([
      [{ value: 2, parts: { 2: 1, 3: 1 }, level }, { value: 2, parts: { 0: 1, 1: 1 }, level }, crowd(9)],
      [crowd(9), crowd(9), crowd(9)],
      [crowd(9), crowd(9), crowd(9)],
    ]);
    const facts = factsOfSystem(system, withheld(system, 0, 1, 4, 5));
    expect(audit(solver, facts, NO_SUMS).failures).toEqual([]);
    const seen = audit(solver, facts, { ...NO_SUMS, insiders: 2 }).failures.map(({ attacker }) => attacker.join("+"));
    expect(new Set(seen)).toEqual(new Set(["o0+o1", "o2+o3"]));

    const repaired = suppress(solver, { ...system, units: ["0", "1", "2", "3"] }, { ...NO_SUMS, insiders: 2 }, LIMITS);
    if (repaired.kind !== "suppressed") throw new Error(repaired.kind);
    expect(audit(solver, factsOfSystem(system, repaired.pattern), { ...NO_SUMS, insiders: 2 }).failures).toEqual([]);
  });

  test("finds two groupings of the same places that are safe apart and not together", () => {
    const input = readSpec({
      dimensions: {
        country: {
          column: "country",
          total: "ALL",
          sums: [
            ["ALL", ["N", "S"]],
            ["N", ["a", "b"]],
            ["S", ["c"]],
            ["ALL", ["EU", "R"]],
            ["EU", ["a", "c"]],
            ["R", ["b"]],
          ],
        },
        outcome: { column: "outcome", total: "ALL", sums: [["ALL", ["resolved", "closed"]]] },
      },
    });
    const records = recordsOf(
      [
        ...organisations(1, 2, "a", "closed"),
        ...organisations(3, 9, "b", "closed"),
        ...organisations(10, 16, "c", "closed"),
      ],
      input,
    );
    const apart = { ALL: 16, N: 9, S: 7, a: null, b: null, c: 7 };
    const rules = { ...RULES, impliedAggregates: true };
    expect(
      audit(solver, factsOfTables([printedTable("north", apart)], records, input.trees, 3), rules).failures,
    ).toEqual([]);
    const together = printedTable("both", { ...apart, EU: 9, R: null });
    expect(audit(solver, factsOfTables([together], records, input.trees), rules).failures).toContainEqual({
      measure: "cases",
      place: "country=a",
      attacker: [],
      kind: "too-narrow",
    });
  });

  test("finds a number of organisations that a number of cases pins", () => {
    const input = readSpec();
    const records = recordsOf(
      [
        ...organisations(1, 2, "KE", "closed"),
        ...organisations(3, 8, "UG", "closed"),
        ...organisations(9, 15, "JP", "closed"),
      ],
      input,
    );
    const orgs = printedTable(
      "orgs",
      { ALL: 15, AFR: 8, APA: 7, KE: null, UG: 6, JP: 7 },
      { measure: "organisations" },
    );
    const cases = printedTable("cases", { ALL: 15, AFR: 8, APA: 7, KE: 2, UG: 6, JP: 7 });
    const kinds = (tables: Parameters<typeof factsOfTables>[0]) =>
      audit(solver, factsOfTables(tables, records, input.trees), RULES).failures.map(
        ({ measure, kind }) => `${measure} ${kind}`,
      );
    expect(kinds([orgs, cases])).toEqual(expect.arrayContaining(["cases printed", "organisations too-narrow"]));
    const apart = { ALL: 15, AFR: 8, APA: 7, KE: null, UG: null, JP: 7 };
    expect(kinds([printedTable("orgs", apart, { measure: "organisations" }), printedTable("cases", apart)])).toEqual(
      [],
    );
  });

  test("finds a small sum that everything around it prints by subtraction", () => {
    const alone = (value: number): HandCell => ({ value, parts: { 1: value }, level: { up: 1, down: value } });
    const system = twoWaySystem([
      [alone(3), alone(4), crowd(9)],
      [crowd(9), crowd(9), crowd(9)],
    ]);
    const report = audit(solver, factsOfSystem(system, withheld(system, 0, 1, 4, 5)), RULES);
    expect(report.failures).toContainEqual({ measure: "cases", place: "3", attacker: [], kind: "known-sum" });
    expect(suppress(solver, system, RULES, LIMITS)).toMatchObject({ kind: "suppressed" });
  });

  test("refuses tables that contradict each other, or the records", () => {
    const input = readSpec();
    const records = recordsOf(organisations(1, 8, "KE", "closed"), input);
    const tables = [printedTable("one", { ALL: 8, AFR: null }), printedTable("two", { ALL: 8, AFR: 8 })];
    expect(() => factsOfTables(tables, records, input.trees)).toThrow(ContradictionError);
    const ofOthers = [printedTable("one", { ALL: 9 })];
    expect(() => factsOfTables(ofOthers, records, input.trees)).toThrow(ContradictionError);
  });
});
