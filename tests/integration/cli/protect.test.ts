import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { thaw } from "../../support/command.ts";

const folder = mkdtempSync(join(tmpdir(), "thaw-protect-"));
const at = (name: string) => join(folder, name);
const write = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};

const spec = (tables: unknown) =>
  JSON.stringify({
    release: "2026-asp25",
    seed: "kept with the release",
    dimensions: { country: { column: "country", total: "ALL", sums: [["ALL", ["KE", "UG", "JP"]]] } },
    tables,
  });
const CASES = [{ id: "cases", measure: "cases", dimensions: ["country"] }];
const rows = (from: number, to: number, country: string) =>
  Array.from({ length: to - from + 1 }, (_, place) => `${country}${from + place},o${from + place},${country}\n`).join(
    "",
  );
const HEADER = "record_id,organisation,country\n";
const protect = (microdata: string, specification: string, out: string) =>
  thaw(["protect", "--microdata", microdata, "--spec", specification, "--out", at(out)]);

describe("thaw protect", { timeout: 120_000 }, () => {
  const microdata = write("cases.csv", HEADER + rows(1, 3, "KE") + rows(4, 15, "UG") + rows(10, 24, "JP"));

  test("writes a package whose audit has passed, and beside it the guardian's report for nobody else", async () => {
    const answer = await protect(microdata, write("SPEC.json", spec(CASES)), "released");
    expect(answer).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(at("released/tables/cases.csv"), "utf8")).toContain('"KE","","","","C",""');
    expect(JSON.parse(readFileSync(at("released/certificate.json"), "utf8")).cells).toEqual({
      published: 2,
      withheld: 2,
    });
    expect(statSync(at("released.guardian.json")).mode & 0o777).toBe(0o600);
    expect(await protect(microdata, at("SPEC.json"), "released")).toMatchObject({ status: 2 });
  });

  test("writes nothing but the guardian's report where a release is held, and ends with 3", async () => {
    const few = write("few.csv", HEADER + rows(1, 9, "KE"));
    const answer = await protect(few, write("SPEC.json", spec(CASES)), "held");
    expect(answer).toMatchObject({ status: 3, stderr: expect.stringContaining("table cases: population-too-small") });
    expect(existsSync(at("held"))).toBe(false);
    expect(JSON.parse(readFileSync(at("held.guardian.json"), "utf8"))).toMatchObject({ outcome: "held" });
  });

  test("keeps a ledger of what was released, which binds what comes after it", async () => {
    const ledger = (out: string, file: string, specification: object) =>
      thaw([
        "protect",
        "--microdata",
        file,
        "--spec",
        write(`${out}.json`, JSON.stringify({ ...JSON.parse(spec(CASES)), ...specification })),
        "--out",
        at(out),
        "--ledger",
        at("LEDGER.json"),
      ]);
    expect(await ledger("first", microdata, {})).toMatchObject({ status: 0 });
    expect(statSync(at("LEDGER.json")).mode & 0o777).toBe(0o600);
    expect(await ledger("again", microdata, {})).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("already"),
    });
    // The same records, asked once more under a name of their own, keep their marks.
    expect(await ledger("more", microdata, { release: "2026-asp25-more", cohort: "2026-asp25" })).toMatchObject({
      status: 0,
    });
    expect(readFileSync(at("more/tables/cases.csv"), "utf8")).toBe(readFileSync(at("first/tables/cases.csv"), "utf8"));
    // A year later only new records count.
    const late = write("late.csv", readFileSync(microdata, "utf8") + rows(30, 32, "KE"));
    expect(await ledger("late", late, { release: "2027-asp26" })).toMatchObject({ status: 3 });
    const entries = JSON.parse(readFileSync(at("LEDGER.json"), "utf8")).entries;
    expect(entries.map(({ release }: { release: string }) => release)).toEqual(["2026-asp25", "2026-asp25-more"]);
  });

  test("names file, line, column and reason of bad input, and ends with 2", async () => {
    const bad = write("bad.csv", `${HEADER}1,o1,XX\n`);
    expect(await protect(bad, write("SPEC.json", spec(CASES)), "bad")).toMatchObject({
      status: 2,
      stderr: 'Nothing was written.\nbad.csv, line 2, column country: "XX" is not a leaf code\n',
    });
    const looser = await protect(microdata, write("looser.json", spec([{ id: "x" }])), "bad");
    expect(looser).toMatchObject({ status: 2, stderr: expect.stringContaining("looser.json, column tables.0") });
    expect(existsSync(at("bad.guardian.json"))).toBe(false);
  });
});
