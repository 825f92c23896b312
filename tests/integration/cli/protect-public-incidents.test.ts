import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { factsOf } from "#app/features/disclosure/audit/audit-facts.ts";
import { readPackage } from "#app/features/disclosure/audit/written-package.ts";
import { packagesIn, readLedger } from "#app/features/disclosure/editions/ledger.server.ts";
import { readRelease } from "#app/features/disclosure/input/release-request.ts";
import { microdataOf, TABLE_SETS } from "#app/features/disclosure/samples/public-incidents.ts";
import { loadSolver } from "#app/features/disclosure/solver/solver.server.ts";
import { readSeedRows } from "#app/features/taxonomy/seed-csv.server.ts";
import { thaw } from "../../support/command.ts";

const folder = mkdtempSync(join(tmpdir(), "thaw-incidents-"));
const at = (name: string) => join(folder, name);
const microdata = microdataOf(readSeedRows("public-incidents"));

beforeAll(async () => {
  writeFileSync(at("incidents.csv"), microdata);
  for (const specification of TABLE_SETS) {
    writeFileSync(at("SPEC.json"), JSON.stringify(specification));
    const [files, out] = [["--microdata", at("incidents.csv"), "--spec", at("SPEC.json")], at(specification.release)];
    const answer = await thaw(["protect", ...files, "--out", out, "--ledger", at("LEDGER.json")]);
    if (answer.status !== 0) throw new Error(answer.stderr);
  }
}, 180_000);

describe("three table sets over the public incidents, one after the other", () => {
  const ledger = () => {
    const read = readLedger(readFileSync(at("LEDGER.json"), "utf8"), "LEDGER.json");
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    return read.value;
  };

  test("are each released, with marks, and with an audit that found nothing", () => {
    for (const { release } of TABLE_SETS) {
      const guardian = JSON.parse(readFileSync(at(`${release}.guardian.json`), "utf8"));
      expect(guardian).toMatchObject({ outcome: "released", edition: "public-incidents", audit: { failures: [] } });
      expect(guardian.marks.length).toBeGreaterThan(0);
      expect(guardian.records.length).toBe(78);
    }
  });

  test("tell a reader of all three no more than each alone may tell", async () => {
    const packages = packagesIn(ledger()).map(readPackage);
    const read = readRelease({ specification: TABLE_SETS[2]!, microdata, date: "2026-11-22" });
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const { spec, trees, records } = read.value;
    const report = audit(await loadSolver(), factsOf(packages, { records, trees, m: spec.rules.m }), spec.rules);
    expect(report).toMatchObject({ failures: [], isComplete: true });
    expect(report.attackers).toContain("each pair of organisations");
  });

  test("say the same cell in the same way", () => {
    const total = packagesIn(ledger()).map((files) => readPackage(files).tables[0]!.cells[0]);
    expect(total).toEqual([1, 2, 3].map(() => ({ codes: ["ALL"], value: 78 })));
  });
});
