import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { printedShare, shareRows } from "#app/features/disclosure/derived/printed-share.ts";
import { PROFILES } from "#app/features/disclosure/settings.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { crowd, RULES, twoWaySystem } from "./worked-table.ts";
import { factsOfSystem } from "./written-tables.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const rules = PROFILES.public;
const side = (organisations: number, isPrinted = true) => ({
  contributions: new Map(Array.from({ length: organisations }, (_, place) => [`o${place}`, 1])),
  surely: isPrinted ? organisations : null,
});

describe("a share", () => {
  test("is whole percent under two hundred, and has a decimal from there", () => {
    expect(printedShare(side(20), side(60), rules)).toEqual({ percent: 33, halfWidth: 0.5 });
    expect(printedShare(side(100), side(300), rules)).toEqual({ percent: 33.3, halfWidth: 0.05 });
  });

  test("is withheld beside a mark, over fewer than ten, and where few are left out of it", () => {
    expect(printedShare(side(20, false), side(60), rules)).toBeNull();
    expect(printedShare(side(20), side(60, false), rules)).toBeNull();
    expect(printedShare(side(5), side(9), rules)).toBeNull();
    expect(printedShare(side(57), side(60), rules)).toBeNull();
  });

  test("beside a mark would give the marked figure away: the audit finds it", () => {
    const level = { up: 1, down: 2 };
    const system = twoWaySystem([
      [crowd(2, level), crowd(38)],
      [crowd(30), crowd(30)],
    ]);
    // All four of the inside are marks; the margins are shown.
    const facts = factsOfSystem(system, Float64Array.from([1, 1, 0, 1, 1, 0, 0, 0, 0]));
    const quiet = { ...RULES, impliedAggregates: false };
    expect(audit(solver, facts, quiet).failures.filter(({ attacker }) => attacker.length === 0)).toEqual([]);
    expect(shareRows([99.5, 100.5], { column: 2, value: 40 }, { column: 2, value: 40 })).toEqual([]);
    const five = shareRows([4.5, 5.5], { column: 0, value: 2 }, { column: 2, value: 40 });
    expect(
      audit(solver, { ...facts, rows: [...facts.rows, ...five] }, quiet).intervals.find(({ place }) => place === "0"),
    ).toMatchObject({ least: 2, most: 2 });
  });
});
