import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { factsOf } from "#app/features/disclosure/audit/audit-facts.ts";
import { readPackage } from "#app/features/disclosure/audit/written-package.ts";
import { quantileBand } from "#app/features/disclosure/derived/median-band.ts";
import { protectRelease } from "#app/features/disclosure/protect.server.ts";
import type { Released } from "#app/features/disclosure/protect-outcome.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { organisations, type Rows, readSpec, recordsOf, refusalsOf } from "./small-release.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const ROWS: Rows = [
  ...organisations(1, 30, "KE", "resolved"),
  ...organisations(1, 12, "KE", "closed"),
  ...organisations(20, 44, "UG", "resolved"),
  ...organisations(20, 42, "UG", "closed"),
  ...organisations(61, 63, "JP", "closed"),
  ...organisations(40, 60, "JP", "resolved"),
  ...organisations(1, 9, "NG", "closed"),
  ...organisations(5, 20, "TH", "closed"),
];
const DIMENSIONS = {
  country: { column: "country", total: "ALL", sums: [["ALL", ["KE", "UG", "JP", "NG", "TH"]]] },
  outcome: { column: "outcome", total: "ALL", sums: [["ALL", ["resolved", "closed"]]] },
};
const counted = (measure: string) => [
  { id: "all", measure, dimensions: ["country"] },
  { id: "closed", measure, dimensions: ["country"], where: { outcome: "closed" } },
];
const SHARE = { id: "closed-share", measure: "share", part: "closed", whole: "all" };
const MEDIAN = { id: "loss", measure: "medianBand", of: "amount", beside: "all", cuts: [100, 500, 1000] };

/** Organisation n loses 10 n in each of its cases. */
function released(tables: readonly object[]): Released & { records: ReturnType<typeof recordsOf> } {
  const input = readSpec({ dimensions: DIMENSIONS, tables });
  const withoutAmounts = readSpec({ dimensions: DIMENSIONS });
  const records = recordsOf(ROWS, withoutAmounts).map((record) => ({
    ...record,
    amounts: { amount: 10 * Number(record.unit.replace("o", "")) },
  }));
  const outcome = protectRelease(solver, { ...input, records, earlier: [], date: "2026-12-07" });
  if (outcome.kind === "held") throw new Error(JSON.stringify(outcome.guardian.held));
  return { ...outcome, records };
}
const bandsIn = ({ tables }: Released, id: string) =>
  Object.fromEntries(
    tables
      .find((table) => table.id === id)!
      .rows.map(({ codes, value, band }) => [codes.join(), [value, band?.least ?? null, band?.most ?? null]]),
  );
const MARK = [null, null, null];

describe("shares in a release", () => {
  test("are marks beside a mark, and what is printed stands in the file with its limits", () => {
    const outcome = released([...counted("cases"), SHARE]);
    const shares = bandsIn(outcome, "closed-share");
    expect(shares).toMatchObject({ ALL: [45, 44.5, 45.5], JP: MARK });
    expect(outcome.files.get("tables/closed-share.csv")).toContain('"ALL","45","44.5","45.5","",""');
    expect(outcome.files.get("tables/closed-share.csv")).toContain('"JP","","","","C",""');
    expect(JSON.parse(outcome.files.get("datapackage.json")!).resources[2].sdc).toMatchObject({
      measure: "share",
      part: "closed",
      whole: "all",
      additive: "none",
    });
  });

  test("are known to the audit: a rounded number beside its share is as good as exact", () => {
    const outcome = released([...counted("organisations"), SHARE]);
    const { trees, spec } = readSpec({ dimensions: DIMENSIONS, tables: [...counted("organisations"), SHARE] });
    const written = readPackage(outcome.files);
    const known = (packages: Parameters<typeof factsOf>[0]) =>
      factsOf(packages, { records: outcome.records, trees, m: 5 });
    expect(known([written]).rows.length).toBeGreaterThan(known([{ ...written, shares: [] }]).rows.length);
    expect(audit(solver, known([written]), spec.rules).failures).toEqual([]);
  });

  test("withhold their numerator where they would print too few who are left out", () => {
    const rows = counted("organisations");
    const { tables } = released([
      ...rows,
      { ...SHARE, part: "resolved" },
      { ...rows[0], id: "resolved", where: { outcome: "resolved" } },
    ]);
    const resolved = tables.find(({ id }) => id === "resolved")!.rows.find(({ codes }) => codes[0] === "JP")!;
    // Of 24 organisations in JP, 3 resolved nothing there.
    expect(resolved.value).toBeNull();
  });
});

describe("shares of the rows of a table by two dimensions", () => {
  const tables = [
    { id: "both", measure: "organisations", dimensions: ["country", "outcome"], mostPrimary: 1 },
    { id: "rows", measure: "organisations", dimensions: ["country"], mostPrimary: 1 },
    { ...SHARE, part: "both", whole: "rows" },
  ];

  test("are each of its own row, and all of a row is the whole of it", () => {
    const outcome = released(tables);
    expect(outcome.guardian.audit?.failures).toEqual([]);
    const shares = bandsIn(outcome, "closed-share");
    expect(shares).toHaveProperty(["KE,closed"]);
    expect(shares["ALL,ALL"]?.[0]).toBe(100);
  });
});

describe("bands of medians in a release", () => {
  test("stand where twenty organisations do, and are marks beside marks and where fewer gave an amount", () => {
    const outcome = released([...counted("cases"), MEDIAN, { ...MEDIAN, id: "loss-closed", beside: "closed" }]);
    expect(bandsIn(outcome, "loss")).toMatchObject({ ALL: [null, 500, 1000], UG: [null, 500, 1000] });
    expect(bandsIn(outcome, "loss-closed")).toMatchObject({ KE: MARK, JP: MARK });
    expect(outcome.guardian.audit?.failures).toEqual([]);
  });

  test("are over organisations, hold both sides of the cut, and have no end above the last one", () => {
    const amounts = (...values: number[]) => new Map(values.map((value, place) => [`o${place}`, value]));
    const twenty = Array.from({ length: 20 }, (_, place) => place + 1);
    const median = { quantile: 0.5, cuts: [5, 10.5, 15] };
    expect(quantileBand(amounts(...twenty), median, { m: 5 })).toEqual({ least: 5, most: 15 });
    expect(quantileBand(amounts(...twenty.map((value) => value + 20)), median, { m: 5 })).toEqual({
      least: 15,
      most: null,
    });
    expect(quantileBand(amounts(...twenty.slice(1), 0), median, { m: 5 })).toBeNull();
    expect(quantileBand(amounts(...twenty), { ...median, quantile: 0.25 }, { m: 5 })).toBeNull();
  });
});

describe("a specification of shares and medians", () => {
  test("is refused where a part is no part, a table is missing, or cuts do not rise", () => {
    const refused = (table: object) => refusalsOf({ tables: [...counted("cases"), table] });
    expect(refused({ ...SHARE, part: "all", whole: "closed" })).toEqual([
      "tables.closed-share: its part is no part of its whole",
    ]);
    expect(refused({ ...SHARE, part: "none" })).toEqual([
      "tables.closed-share: names a table that is not counted here",
    ]);
    expect(refused({ ...MEDIAN, cuts: [5, 5] })).toEqual(["tables.loss: cuts do not rise"]);
    expect(refused({ ...MEDIAN, id: "all" })).toEqual(["tables.all: comes twice"]);
  });
});

describe("what cannot exist", () => {
  test("is marked as impossible and not as withheld, and no record may stand there", () => {
    const { spec } = readSpec({ dimensions: DIMENSIONS });
    const outcome = {
      ...spec.dimensions.outcome!,
      sums: [["ALL", ["resolved", "closed", "never"]]],
      structuralZeros: ["never"],
    };
    const input = readSpec({ dimensions: { country: spec.dimensions.country, outcome } });
    const records = recordsOf(ROWS, input);
    const answer = protectRelease(solver, { ...input, records, earlier: [], date: "2026-12-07" });
    if (answer.kind === "held") throw new Error(JSON.stringify(answer.guardian.held));
    expect(answer.files.get("tables/cases-by-country-outcome.csv")).toContain('"KE","never","","","","","m"');
    expect(() => recordsOf([["o1", "KE", "never"]], input)).toThrow("declared impossible");
  });
});
