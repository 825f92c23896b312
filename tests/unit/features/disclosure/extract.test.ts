import { beforeAll, describe, expect, test } from "vitest";
import { classFaults, thinned } from "#app/features/disclosure/extract/class-rules.ts";
import { type ExtractOutcome, protectExtract } from "#app/features/disclosure/extract/extract.server.ts";
import { readExtractSpec } from "#app/features/disclosure/extract/extract-spec.ts";
import { recodings } from "#app/features/disclosure/extract/recoding.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { protectRelease } from "#app/features/disclosure/protect.server.ts";
import { PROFILES } from "#app/features/disclosure/settings.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { readSpec } from "./small-release.ts";
import { DIMENSIONS, yearOf } from "./year-apart.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const text = (more: object = {}) =>
  JSON.stringify({
    release: "2026-research",
    seed: "kept with the extract",
    profile: "partners",
    dimensions: DIMENSIONS,
    quasiIdentifiers: ["country"],
    sensitive: ["outcome"],
    bands: { amount: [100, 1000] },
    ...more,
  });
const specOf = (more: object = {}) => {
  const read = readExtractSpec(text(more), "EXTRACT.json");
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
};
const asked = (records: readonly MicroRecord[], more: object = {}, earlier: readonly PackageFiles[] = []) =>
  protectExtract(solver, { extract: specOf(more), records, earlier, date: "2026-12-07" });
const rowsIn = (outcome: ExtractOutcome): string[][] => {
  if (outcome.kind === "refused") throw new Error(JSON.stringify([outcome.reason, outcome.details]));
  const lines = outcome.files.get("extract.csv")!.split("\r\n").slice(1, -1);
  return lines.map((line) => line.replaceAll('"', "").split(","));
};
const withAmounts = (records: readonly MicroRecord[]) =>
  records.map((record, n) => ({ ...record, amounts: { amount: (n % 5) * 300 } }));

describe("an extract for research", () => {
  const YEAR = withAmounts(yearOf("2026", 120));

  test("holds no row that fewer than five organisations share, and none by which its organisation is known", () => {
    const outcome = asked(YEAR);
    const rows = rowsIn(outcome);
    const kept = new Set(outcome.guardian.records);
    for (const country of new Set(rows.map(([code]) => code))) {
      const own = YEAR.filter(({ id, codes }) => kept.has(id) && codes.country![0] === country);
      expect(new Set(own.map(({ unit }) => unit)).size).toBeGreaterThanOrEqual(5);
      for (const unit of new Set(own.map((record) => record.unit)))
        expect(own.filter((record) => record.unit === unit).length).toBeLessThanOrEqual(3);
    }
    expect(rows.length).toBe(kept.size);
    expect([...(outcome as { files: PackageFiles }).files.values()].join()).not.toMatch(/organisation \d|"2026-\d+"/);
    expect(new Set(rows.map(([, , lo, hi]) => `${lo}-${hi}`))).toEqual(new Set(["-", "100-1000", "1000-"]));
  });

  test("is recoded no further than it must be, by what is lost", () => {
    const { trees } = specOf();
    const [first, second, third] = recodings(YEAR, ["country"], trees);
    expect([first?.names, second?.names, third?.names]).toEqual([["leaf"], ["region"], ["total"]]);
    expect(first?.loss).toBe(0);
    expect(asked(YEAR).guardian.loss).toBe(0);
    // One country of three organisations sends all countries up to their regions.
    const rare = YEAR.filter(({ unit, codes }) => codes.country![0] !== "PE" || Number(unit.slice(-1)) < 1);
    const outcome = asked(rare);
    expect(outcome.guardian.failing.length > 0 || outcome.guardian.levels.country! > 0).toBe(true);
  });

  test("is refused with every combination that fails, where recoding and leaving out are not enough", () => {
    const alike = YEAR.map((record) => ({ ...record, codes: { ...record.codes, outcome: ["closed"] } }));
    const outcome = asked(alike);
    if (outcome.kind !== "refused") throw new Error(outcome.kind);
    expect(outcome).toMatchObject({ kind: "refused", reason: "not-anonymous" });
    expect(outcome.details).toContainEqual(expect.stringMatching(/^ALL: one-value, nearly-alike$/));
  });

  test("is looked at beside what was printed of the same records: what it leaves out must not be a few", () => {
    const { spec, trees } = readSpec({
      dimensions: DIMENSIONS,
      tables: [{ id: "by-country", measure: "cases", dimensions: ["country"] }],
      release: "2026-asp25",
    });
    const release = protectRelease(solver, { spec, trees, records: YEAR, earlier: [], date: "2026-12-07" });
    if (release.kind === "held") throw new Error(JSON.stringify(release.guardian.held));
    const released = YEAR.map((record) => ({ ...record, releasedIn: ["2026-asp25"] }));
    const outcome = asked(released, { cohort: "2026-asp25" }, [release.files]);
    // By country or region, the rows left out are the difference of two tables, and of fewer than five organisations.
    expect(outcome).toMatchObject({ kind: "extracted", guardian: { levels: { country: 2 }, suppressed: 0 } });
    expect(outcome.guardian.thinned).toBeGreaterThan(0);
    expect(asked(YEAR)).toMatchObject({ kind: "extracted", guardian: { levels: { country: 0 } } });
    const alone = asked(released, { cohort: "2026-asp25" });
    expect(alone).toMatchObject({ kind: "refused", details: ["the package of 2026-asp25 is missing"] });
  });
});

describe("a class of rows", () => {
  const row = (unit: number, outcome: string): MicroRecord => ({
    id: `${unit} ${outcome} ${Math.abs(Math.sin(unit)).toFixed(6)}`,
    unit: String(unit),
    codes: { outcome: [outcome] },
    amounts: {},
    releasedIn: [],
    withdrawn: false,
  });
  const said = [({ codes }: MicroRecord) => codes.outcome!];
  const rows = (...outcomes: string[]) => outcomes.map((outcome, unit) => row(unit, outcome));

  test("needs five organisations, two values, and no value of more than nine in ten", () => {
    const rules = PROFILES.partners;
    expect(classFaults(rows("a", "a", "a", "b", "b"), said, rules)).toEqual([]);
    expect(classFaults([...rows("a", "a", "b", "b"), row(3, "a")], said, rules)).toEqual(["few-organisations"]);
    expect(classFaults(rows("a", "a", "a", "a", "a"), said, rules)).toEqual(["one-value", "nearly-alike"]);
    expect(classFaults(rows(...Array(19).fill("a"), "b"), said, rules)).toEqual(["nearly-alike"]);
  });

  test("keeps three rows of an organisation, drawn by the seed", () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ ...row(1, "a"), id: `row ${n}` }));
    const ids = (seed: string) => thinned([...many, row(2, "b")], seed).kept.map(({ id }) => id);
    expect(ids("one").length).toBe(4);
    expect(ids("one")).toEqual(ids("one"));
    expect(ids("one")).not.toEqual(ids("two"));
  });
});

describe("the specification of an extract", () => {
  test("is refused where it names what is not there, or a facet twice", () => {
    const refused = (more: object) => {
      const read = readExtractSpec(text(more), "EXTRACT.json");
      return read.ok ? [] : read.errors.map(({ column, reason }) => `${column}: ${reason}`);
    };
    expect(refused({ sensitive: ["country"] })).toEqual(['sensitive: "country" is a quasi-identifier too']);
    expect(refused({ sensitive: ["money"] })).toEqual(['quasiIdentifiers: there is no dimension "money"']);
    expect(refused({ quasiIdentifiers: [] }).length).toBe(1);
  });
});
