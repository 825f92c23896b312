import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { dataPackage, zipped } from "#app/features/briefings/files/data-package.server.ts";
import type { ReleaseFile } from "#app/features/briefings/published/release-file.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { csvText } from "#app/kernel/csv.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { sampleLabelOf, sampleRelease } from "../sample-briefing.ts";

const RELEASE = { slug: "asp25", session: "ASP25", cohort: "asp25", releasedOn: "2026-11-14" };
const files = dataPackage(sampleRelease(), RELEASE, { textFor, labelOf: sampleLabelOf });
const textOf = (path: string) => new TextDecoder().decode(fileAt(path).bytes);
const fileAt = (path: string) => files.find((file) => file.path === path) as ReleaseFile;
const json = (path: string) => JSON.parse(textOf(path));

describe("the data package", () => {
  test("holds one file a table, one a list of codes, and what describes them", () => {
    expect(files.map(({ path }) => path)).toEqual(
      [
        "README.md",
        "certificate.json",
        "datapackage.json",
        ...sampleRelease().tables.flatMap(({ id, dimension }) => [
          `codes/${dimension}.csv`,
          `tables/${id}.csv`,
          `tables/${id}.csv-metadata.json`,
        ]),
        "tables/organisations.csv",
        "tables/organisations.csv-metadata.json",
      ].sort(),
    );
  });
  test("marks withheld cells and holds no number for them", () => {
    const rows = parse(textOf("tables/organisations-by-affected-type.csv"), { columns: true }) as Record<
      string,
      string
    >[];
    const cells = sampleRelease().tables.find(({ dimension }) => dimension === "affected_type")?.cells ?? [];
    expect(rows).toEqual(
      cells.map(({ code, value }) => ({
        affected_type: code,
        value: value === null ? "" : String(value),
        lo: "",
        hi: "",
        conf_status: value === null ? "C" : "",
        obs_status: "",
      })),
    );
  });
  test("gives every code a label in four languages below one root", () => {
    const rows = parse(textOf("codes/severity.csv"), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ code, parent }) => `${code}<${parent}`)).toEqual([
      "ALL<",
      "low<ALL",
      "moderate<ALL",
      "high<ALL",
      "critical<ALL",
    ]);
    expect(rows[1]).toMatchObject({
      label_en: "low in en",
      label_fr: "low in fr",
      label_es: "low in es",
      label_ar: "low in ar",
    });
  });
  test("describes every file by what is in it", () => {
    for (const { path, hash, bytes, schema } of json("datapackage.json").resources) {
      expect(hash).toBe(`sha256:${sha256Hex(fileAt(path).bytes)}`);
      expect(bytes).toBe(fileAt(path).bytes.length);
      const [header] = parse(textOf(path)) as string[][];
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(header);
    }
    const digests = json("certificate.json").digests as Record<string, string>;
    expect(Object.keys(digests).sort()).toEqual(
      files.map(({ path }) => path).filter((path) => path !== "certificate.json"),
    );
    for (const [path, digest] of Object.entries(digests))
      expect(digest).toBe(`sha256:${sha256Hex(fileAt(path).bytes)}`);
  });
  test("claims no solver, interval or parameter", () => {
    expect(json("certificate.json")).toMatchObject({
      programsSolved: 0,
      leastRelativeWidth: null,
      gap: null,
      solverVersion: null,
      closureComplete: null,
    });
    expect(files.map(({ path }) => textOf(path)).join()).not.toMatch(/could-be-worked-back|too-few|threshold|seed/);
  });
  test("is the same archive twice, with the day of release as its only date", () => {
    const archive = zipped(files, RELEASE.releasedOn);
    expect(archive).toEqual(
      zipped(dataPackage(sampleRelease(), RELEASE, { textFor, labelOf: sampleLabelOf }), RELEASE.releasedOn),
    );
    expect(Object.keys(unzipSync(archive))).toEqual(files.map(({ path }) => path));
  });
});

describe("a CSV cell", () => {
  test.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\u202e=1"])("%j does not begin a formula", (text) => {
    expect(csvText(["head"], [[text]]).split("\r\n")[1]).toMatch(/^"'/);
  });
  test("comes back as it was", () => {
    const harmless = fc
      .string()
      .filter((text) => !/^[=+\-@\t\r]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(harmless, harmless), { minLength: 1 }), (rows) => {
        expect(parse(csvText(["a", "b"], rows), { from: 2 })).toEqual(rows);
      }),
    );
  });
});
