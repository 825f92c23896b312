import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { factsOf } from "#app/features/disclosure/audit/audit-facts.ts";
import type { AuditReport } from "#app/features/disclosure/audit/audit-report.ts";
import { readPackage } from "#app/features/disclosure/audit/written-package.ts";
import { cohortOf } from "#app/features/disclosure/editions/cohort.ts";
import { frameOf } from "#app/features/disclosure/editions/frame.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { protectRelease } from "#app/features/disclosure/protect.server.ts";
import type { Outcome } from "#app/features/disclosure/protect-outcome.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { readSpec } from "./small-release.ts";
import { changed, DIMENSIONS, recordOf, TABLES, yearOf } from "./year-apart.ts";

const FIRST = "2026-asp25";
const SECOND = "2027-asp26";
const ANEW = "2026-asp25-revised";
const YEAR = yearOf("2026", 400);
const specOf = (more: object) => readSpec({ dimensions: DIMENSIONS, tables: TABLES, ...more });

let solver: Solver;
let first: PackageFiles;
const protect = (records: readonly MicroRecord[], earlier: readonly PackageFiles[], spec: object): Outcome =>
  protectRelease(solver, { ...specOf(spec), records, earlier, date: "2027-12-07" });
const filesOf = (outcome: Outcome): PackageFiles => {
  if (outcome.kind === "held") throw new Error(JSON.stringify(outcome.guardian.held));
  return outcome.files;
};
beforeAll(async () => {
  solver = await loadSolver();
  first = filesOf(protect(YEAR, [], { release: FIRST }));
});

/** What a reader of both packages knows, built anew. */
function auditOfBoth(records: readonly MicroRecord[], spec: object, files: PackageFiles): AuditReport {
  const input = specOf(spec);
  const cohort = cohortOf(records, input.spec);
  const frame = frameOf(cohort, records, [first].map(readPackage), input.trees);
  if (Array.isArray(frame)) throw new Error(frame.join());
  const facts = factsOf([...frame.packages, frame.placed(readPackage(files))], { ...frame, m: input.spec.rules.m });
  return audit(solver, facts, input.spec.rules);
}

/** Printed numbers of cases by place, as "KE|open". */
const casesIn = (files: PackageFiles): Map<string, number> =>
  new Map(
    readPackage(files)
      .tables.filter(({ id }) => id === "cases")
      .flatMap(({ cells }) =>
        cells.flatMap(({ codes, value }) => (value === null ? [] : [[codes.join("|"), value] as const])),
      ),
  );

function standsIn({ codes }: MicroRecord, place: string): boolean {
  const { trees } = specOf({});
  return place.split("|").every((code, axis) => {
    const name = ["country", "outcome"][axis]!;
    return codes[name]!.some((leaf) => trees.get(name)!.above.get(leaf)!.includes(code));
  });
}

/** The first year issued anew after its changes, once for all who look at it. */
let issued: Outcome | undefined;
function reissued(): Outcome {
  issued ??= protect(changed(YEAR, FIRST), [first], { release: ANEW, reissues: FIRST });
  return issued;
}

describe("two editions a year apart, with thirty changed cases and one withdrawal between them", {
  timeout: 120_000,
}, () => {
  const later = [...changed(YEAR, FIRST), ...yearOf("2027", 300)];
  const new2027 = later.filter(({ id }) => id.startsWith("2027"));

  test("share no record: what changed alters nothing that was released, and the second holds what came since", () => {
    const second = protect(later, [first], { release: SECOND });
    const fresh = later.filter(({ releasedIn, withdrawn }) => releasedIn.length === 0 && !withdrawn);
    expect(fresh.length).toBe(new2027.length + 30);
    expect(second.guardian.records).toEqual(fresh.map(({ id }) => id).sort());
    expect(second).toMatchObject({ kind: "released", guardian: { audit: { failures: [] } } });
  });

  test("give nobody away when the closed period is issued anew, and the audit bounds what their difference tells", () => {
    const closed = changed(YEAR, FIRST);
    const spec = { release: ANEW, reissues: FIRST };
    const anew = reissued();
    const files = filesOf(anew);
    expect(anew.guardian.records.length).toBe(399);
    const report = auditOfBoth(closed, spec, files);
    expect(report.failures).toEqual([]);
    const classes = report.intervals.filter(({ place }) => place.includes("from"));
    expect(classes.length).toBeGreaterThan(0);
    for (const { least, most } of classes) expect(most).toBeGreaterThan(least);
    expect([...files.values()].join()).not.toContain("from 0 to 0");
  });

  test("never differ by a few alone: where both print a figure, a rise or a fall of few is covered by its opposite", () => {
    const closed = changed(YEAR, FIRST);
    const anew = filesOf(reissued());
    const left = closed.filter(({ withdrawn }) => withdrawn);
    const came = closed.filter(({ withdrawn, releasedIn }) => !withdrawn && releasedIn.length === 0);
    expect([left.length, came.length]).toEqual([31, 30]);
    const old = casesIn(first);
    const both = [...casesIn(anew)].filter(([place]) => old.has(place));
    // Counted by hand and without the audit: whoever subtracts one edition from the other.
    const differing = both.filter(([place, value]) => value !== old.get(place));
    for (const [place, value] of differing) {
      const [gone, added] = [left, came].map((records) => records.filter((record) => standsIn(record, place)));
      expect(value - old.get(place)!).toBe(added!.length - gone!.length);
      const [more, fewer] = added!.length > gone!.length ? [added!, gone!] : [gone!, added!];
      const few = new Set(more.map(({ unit }) => unit)).size < 5;
      expect({ place, isFew: few && fewer.length === 0 }).toEqual({ place, isFew: false });
    }
    expect(differing.length).toBeGreaterThan(0);
  });

  test("would give somebody away where some only left and the rest were counted anew by themselves", () => {
    const left = YEAR.map((record, n) => ({ ...record, releasedIn: [FIRST], withdrawn: n % 23 === 0 }));
    const stayed = left.filter(({ withdrawn }) => !withdrawn).map((record) => ({ ...record, releasedIn: [] }));
    const tables = [{ id: "by-country", measure: "cases", dimensions: ["country"] }];
    const alone = filesOf(protect(stayed, [], { release: ANEW, tables }));
    const spec = { release: ANEW, reissues: FIRST, tables };
    expect(auditOfBoth(left, spec, alone).failures.length).toBeGreaterThan(0);
    expect(auditOfBoth(left, spec, filesOf(protect(left, [first], spec))).failures).toEqual([]);
  });
});

describe("a cohort that was released", () => {
  const released = YEAR.map((record) => ({ ...record, releasedIn: [FIRST] }));
  const adhoc = { release: "2026-asp25-outcomes", cohort: FIRST, tables: [{ ...TABLES[0], id: "once-more" }] };

  test("answers another question under the name of its edition", () => {
    const answer = filesOf(protect(released, [first], adhoc));
    expect(readPackage(answer).edition).toBe(FIRST);
    expect(JSON.parse(answer.get("datapackage.json")!).name).toBe("thaw-2026-asp25-outcomes");
  });

  test("answers nothing where its package is not at hand", () => {
    expect(protect(released, [], adhoc)).toMatchObject({
      guardian: { held: [{ reason: "contradicts-earlier-release", details: [`the package of ${FIRST} is missing`] }] },
    });
  });

  test("binds a release of its name even where the records do not say that they were counted", () => {
    const fewer = YEAR.slice(0, 300);
    expect(protect(fewer, [first], { release: FIRST }).guardian.held[0]).toMatchObject({
      reason: "contradicts-earlier-release",
    });
    expect(protect(YEAR, [first], { release: FIRST })).toMatchObject({ kind: "released" });
  });

  test("is not mistaken for new records where its name is misspelt", () => {
    expect(protect(YEAR, [first], { ...adhoc, cohort: "2026-asp52" })).toMatchObject({
      guardian: { held: [{ reason: "cohort-changed", details: ["no record was counted in 2026-asp52"] }] },
    });
  });

  test("answers nothing where a few records were withdrawn or added since: they would be the difference", () => {
    const reason = (records: readonly MicroRecord[], spec: object) => protect(records, [first], spec).guardian.held[0];
    const without = released.map((record, n) => (n < 2 ? { ...record, withdrawn: true } : record));
    expect(reason(without, adhoc)).toMatchObject({
      reason: "cohort-changed",
      details: ["2 records were withdrawn since"],
    });
    const late = [...released, recordOf("late", 1), recordOf("late", 2)];
    expect(reason(late, { release: ANEW, reissues: FIRST })).toMatchObject({ details: ["2 records were added since"] });
  });

  test("answers without those who left, where they are many enough to be a table themselves", () => {
    const without = released.map((record, n) => (n % 10 === 0 ? { ...record, withdrawn: true } : record));
    const answer = protect(without, [first], {
      ...adhoc,
      tables: [{ id: "by-outcome", measure: "cases", dimensions: ["outcome"] }],
    });
    expect(readPackage(filesOf(answer)).edition).toBe("2026-asp25-outcomes");
    expect(answer.guardian.records.length).toBe(360);
  });
});
