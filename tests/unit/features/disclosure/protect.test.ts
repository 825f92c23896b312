import { beforeAll, describe, expect, test } from "vitest";
import { digestOf } from "#app/features/disclosure/output/data-package.server.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { protectRelease } from "#app/features/disclosure/protect.server.ts";
import type { Outcome } from "#app/features/disclosure/protect-outcome.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { organisations, type Rows, readSpec, recordsOf } from "./small-release.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const ROWS: Rows = [
  ...organisations(1, 9, "KE", "resolved"),
  ...organisations(3, 12, "KE", "closed", 2),
  ...organisations(8, 16, "UG", "resolved"),
  ...organisations(10, 21, "UG", "closed"),
  ...organisations(20, 22, "JP", "resolved"),
  ...organisations(14, 24, "JP", "closed"),
];
const TABLES = [
  { id: "cases", measure: "cases", dimensions: ["country", "outcome"], neverWithhold: ["ALL|ALL"] },
  { id: "organisations", measure: "organisations", dimensions: ["country"] },
];

function protect(
  rows: Rows,
  spec: Record<string, unknown> = {},
  earlier: readonly PackageFiles[] = [],
  releasedIn: readonly string[] = [],
): Outcome {
  const input = readSpec({ tables: TABLES, ...spec });
  const records = recordsOf(rows, input).map((record) => ({ ...record, releasedIn }));
  return protectRelease(solver, { ...input, records, earlier, date: "2026-12-07" });
}
const filesOf = (outcome: Outcome): PackageFiles => {
  if (outcome.kind === "held") throw new Error(JSON.stringify(outcome.guardian.held));
  return outcome.files;
};
const rowsIn = (files: PackageFiles, id: string) =>
  Object.fromEntries(
    files
      .get(`tables/${id}.csv`)!
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.replaceAll('"', "").split(","))
      .map((cells) => [cells.slice(0, -5).join("|"), cells.at(-5)]),
  );

describe("protecting a release", () => {
  test("withholds what is sensitive together with what would give it away, and passes its own audit", () => {
    const outcome = protect(ROWS);
    const cases = rowsIn(filesOf(outcome), "cases");
    expect(cases).toMatchObject({ "ALL|ALL": "64", "JP|resolved": "" });
    expect(Object.values(cases).filter((value) => value === "").length).toBeGreaterThanOrEqual(4);
    expect(outcome.guardian).toMatchObject({ outcome: "released", audit: { failures: [] } });
  });

  test("writes a certificate that holds every digest and no parameter", () => {
    const files = filesOf(protect(ROWS));
    const certificate = JSON.parse(files.get("certificate.json")!);
    expect(Object.keys(certificate.digests)).toEqual([...files.keys()].filter((path) => path !== "certificate.json"));
    expect(certificate.digests["tables/cases.csv"]).toBe(digestOf(files.get("tables/cases.csv")!));
    expect(Object.keys(certificate).sort()).toEqual([
      "attackersCovered",
      "cells",
      "closureComplete",
      "date",
      "digests",
      "earlierPackages",
      "gap",
      "leastRelativeWidth",
      "method",
      "programsSolved",
      "release",
      "solverVersion",
    ]);
    const everything = [...files.values()].join();
    for (const secret of ["kept with the release", "coalition", "protection", "threshold"])
      expect(everything).not.toContain(secret);
  });

  test("gives the same bytes for the same input, in whatever order its rows come", () => {
    const digests = (rows: Rows) => [...filesOf(protect(rows))].map(([path, text]) => `${path} ${digestOf(text)}`);
    expect(digests([...ROWS].reverse())).toEqual(digests(ROWS));
  });

  test("coarsens a table that cannot be shown, and holds the release where nothing is left", () => {
    const sparse: Rows = [
      ...organisations(1, 3, "KE", "resolved"),
      ...organisations(4, 7, "UG", "closed"),
      ...organisations(8, 17, "JP", "closed"),
    ];
    const outcome = protect(sparse, { tables: [{ id: "cases", measure: "cases", dimensions: ["country"] }] });
    expect(outcome.guardian.levels.cases?.chosen).toEqual(["region"]);
    const held = protect(sparse, {
      tables: [{ id: "cases", measure: "cases", dimensions: ["country"], where: { outcome: "resolved" } }],
    });
    expect(held).toMatchObject({
      kind: "held",
      guardian: { held: [{ table: "cases", reason: "cannot-be-protected" }] },
    });
  });

  test("prints nothing for fewer than ten organisations", () => {
    expect(protect(organisations(1, 9, "KE", "resolved"))).toMatchObject({
      kind: "held",
      guardian: { held: [{ reason: "population-too-small" }, {}] },
    });
  });
});

describe("a second release of the same cohort", () => {
  const first = () => filesOf(protect(ROWS));
  const AGAIN = ["2026-asp25"];

  test("keeps every mark and every figure of the first, under whatever name they come again", () => {
    const before = first();
    const tables = [{ id: "once-more", measure: "cases", dimensions: ["outcome", "country"] }];
    const after = rowsIn(filesOf(protect(ROWS, { tables }, [before], AGAIN)), "once-more");
    for (const [place, value] of Object.entries(rowsIn(before, "cases")))
      expect(after[place.split("|").reverse().join("|")]).toBe(value);
  });

  test("never shows a region with and without one country", () => {
    const dimensions = (sums: unknown) => ({
      country: { column: "country", total: "ALL", sums, coarsen: ["leaf", "total"] },
      outcome: { column: "outcome", total: "ALL", sums: [["ALL", ["resolved", "closed"]]] },
    });
    const rows: Rows = [
      ...organisations(1, 2, "KE", "closed"),
      ...organisations(3, 14, "UG", "closed"),
      ...organisations(10, 25, "JP", "closed"),
    ];
    const table = (where: string[]) => [
      { id: "cases", measure: "cases", dimensions: ["country"], neverWithhold: where },
    ];
    const plain = [["ALL", ["KE", "UG", "JP"]]];
    const before = filesOf(protect(rows, { dimensions: dimensions(plain), tables: table(["ALL"]) }));
    const without = [...plain, ["ALL", ["KE", "OTHERS"]], ["OTHERS", ["UG", "JP"]]];
    const asked = protect(rows, { dimensions: dimensions(without), tables: table(["OTHERS"]) }, [before], AGAIN);
    expect(rowsIn(filesOf(asked), "cases")).toEqual({ ALL: "30" });
    const allowed = rowsIn(
      filesOf(protect(rows, { dimensions: dimensions(without), tables: table([]) }, [before], AGAIN)),
      "cases",
    );
    expect(allowed).toMatchObject({ KE: "", OTHERS: "" });
  });

  test("is held where records of the cohort were withdrawn since", () => {
    const input = readSpec({ tables: TABLES });
    const records = recordsOf(ROWS, input).map((record, place) => ({
      ...record,
      releasedIn: AGAIN,
      withdrawn: place === 0,
    }));
    const outcome = protectRelease(solver, { ...input, records, earlier: [first()], date: "2026-12-07" });
    expect(outcome).toMatchObject({ kind: "held", guardian: { held: [{ reason: "cohort-changed" }, {}] } });
  });

  test("never takes in what came later: two late cases wait for a cohort that is large enough", () => {
    const late = protect(organisations(1, 2, "KE", "closed"), { release: "2027-asp26" }, [first()]);
    expect(late).toMatchObject({ kind: "held", guardian: { held: [{ reason: "population-too-small" }, {}] } });
  });
});
