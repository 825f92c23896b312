import { beforeAll, expect, test } from "vitest";
import {
  countedBefore,
  hasRelease,
  type Ledger,
  ledgerText,
  NO_ENTRIES,
  packagesIn,
  readLedger,
  withRelease,
} from "#app/features/disclosure/editions/ledger.server.ts";
import { protectRelease } from "#app/features/disclosure/protect.server.ts";
import { loadSolver } from "#app/features/disclosure/solver/solver.server.ts";
import { readSpec } from "./small-release.ts";
import { DIMENSIONS, yearOf } from "./year-apart.ts";

const TABLES = [{ id: "by-country", measure: "cases", dimensions: ["country"] }];
let ledger: Ledger = NO_ENTRIES;
beforeAll(async () => {
  const solver = await loadSolver();
  const records = [...yearOf("2026", 200), ...yearOf("2027", 200).map((record) => ({ ...record, withdrawn: true }))];
  for (const release of ["first", "second"]) {
    const input = readSpec({ dimensions: DIMENSIONS, tables: TABLES, release });
    const all = countedBefore(
      release === "first" ? records : records.map((one) => ({ ...one, withdrawn: false })),
      ledger,
    );
    const outcome = protectRelease(solver, { ...input, records: all, earlier: packagesIn(ledger), date: "2026-12-07" });
    if (outcome.kind === "held") throw new Error(JSON.stringify(outcome.guardian.held));
    ledger = withRelease(ledger, { ...input, date: "2026-12-07" }, outcome);
  }
});

test("a ledger comes back from its text as it was, and knows its releases and whom they counted", () => {
  expect(readLedger(ledgerText(ledger), "LEDGER.json")).toEqual({ ok: true, value: ledger });
  expect(hasRelease(ledger, "second")).toBe(true);
  expect(hasRelease(ledger, "third")).toBe(false);
  expect(ledger.entries.map(({ records }) => records.length)).toEqual([200, 200]);
  const again = countedBefore([...yearOf("2026", 1), ...yearOf("2027", 1), ...yearOf("2028", 1)], ledger);
  expect(again.map(({ releasedIn }) => releasedIn)).toEqual([["first"], ["second"], []]);
});

test("a ledger shows where an entry was taken out, or a released file changed", () => {
  const refused = (changed: Ledger) => {
    const read = readLedger(ledgerText(changed), "LEDGER.json");
    return read.ok ? [] : read.errors.map(({ column, reason }) => `${column}: ${reason}`);
  };
  const [first, second] = ledger.entries;
  expect(refused({ entries: [second!] })).toEqual(["entries.0: does not follow the entry before it"]);
  expect(refused({ entries: [{ ...first!, records: [] }, second!] })).toEqual([
    "entries.1: does not follow the entry before it",
  ]);
  const files = { ...second!.files, "README.md": "" };
  expect(refused({ entries: [first!, { ...second!, files }] })).toEqual([
    "entries.1.files: README.md is not what was released",
  ]);
  expect(readLedger("[]", "LEDGER.json")).toMatchObject({ ok: false, errors: [{ reason: "is not a ledger" }] });
});
