import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { dataPackage, unzipped, zipped } from "#app/features/briefings/files/data-package.server.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { csvText } from "#app/kernel/csv.ts";

const RELEASE = { session: "ASP25", releasedOn: "2026-11-14" };
const AUDITED = [
  ["tables/organisations.csv", '"incident","value"\r\n"ALL","55"\r\n'],
  ["datapackage.json", "{}\n"],
  ["certificate.json", '{ "gap": 0 }\n'],
] as const;
const files = dataPackage(AUDITED, RELEASE, textFor);

describe("the data package", () => {
  test("holds the audited files to the byte, and how they were made", () => {
    expect(files.map(({ path }) => path)).toEqual(["METHOD.md", ...AUDITED.map(([path]) => path).sort()]);
    for (const [path, text] of AUDITED)
      expect(new TextDecoder().decode(files.find((file) => file.path === path)?.bytes)).toBe(text);
    expect(files.find(({ path }) => path.endsWith(".csv"))?.mediaType).toBe("text/csv; charset=utf-8");
  });

  test("is the same archive twice, with the day of release as its only date", () => {
    const archive = zipped(files, RELEASE.releasedOn);
    expect(archive).toEqual(zipped(dataPackage(AUDITED, RELEASE, textFor), RELEASE.releasedOn));
    expect(Object.keys(unzipSync(archive))).toEqual(files.map(({ path }) => path));
  });

  test("is read again as it was audited", () => {
    expect([...unzipped(zipped(files, RELEASE.releasedOn))].sort()).toEqual([...AUDITED].map((one) => [...one]).sort());
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
