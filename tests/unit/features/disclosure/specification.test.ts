import { describe, expect, test } from "vitest";
import { readSpecification } from "#app/features/disclosure/input/specification.ts";
import { readSpec, refusalsOf } from "./small-release.ts";

const country = (sums: unknown, more: Record<string, unknown> = {}) => ({
  dimensions: { country: { column: "country", total: "ALL", sums, ...more } },
  tables: [{ id: "t", measure: "cases", dimensions: ["country"] }],
});

describe("a specification", () => {
  test("takes the rules of its profile where it gives none", () => {
    expect(readSpec({ rules: {} }).spec.rules).toMatchObject({ m: 5, p: 15, coalition: 2 });
    expect(readSpec({ rules: {}, profile: "partners" }).spec.rules).toMatchObject({
      m: 5,
      p: 10,
      coalition: 1,
      rounding: { organisations: 1 },
    });
  });

  test("may be stricter than its profile and never looser", () => {
    expect(refusalsOf({ rules: { m: 7, protection: { relative: 1 } } })).toEqual([]);
    expect(refusalsOf({ rules: { m: 4, zeros: "publish", protection: { presence: false } } })).toEqual([
      'rules.m: is looser than the profile "public" allows',
      'rules.zeros: is looser than the profile "public" allows',
      'rules.protection.presence: is looser than the profile "public" allows',
    ]);
  });

  test("is refused with the name of a field it does not know", () => {
    expect(refusalsOf({ thresholds: 3 })[0]).toContain("thresholds");
    expect(readSpecification("{", "SPEC.json")).toMatchObject({ ok: false, errors: [{ reason: "is not valid JSON" }] });
  });

  test("is refused where sums cannot all hold", () => {
    expect(
      refusalsOf(
        country([
          ["ALL", ["A", "B"]],
          ["A", ["ALL"]],
        ]),
      ),
    ).toEqual(["dimensions.country: sums go round in a circle"]);
    expect(
      refusalsOf(
        country([
          ["ALL", ["A"]],
          ["X", ["B"]],
        ]),
      )[0],
    ).toContain('do not lead from the total to "X"');
    expect(
      refusalsOf(
        country([
          ["ALL", ["A", "B"]],
          ["ALL", ["A", "C"]],
        ]),
      )[0],
    ).toContain('the children of "ALL" overlap');
  });

  test("may split one code in two ways", () => {
    const { trees } = readSpec(
      country([
        ["ALL", ["NORTH", "SOUTH"]],
        ["ALL", ["EU", "REST"]],
        ["NORTH", ["a", "b"]],
        ["SOUTH", ["c"]],
        ["EU", ["a"]],
        ["REST", ["b", "c"]],
      ]),
    );
    expect(trees.get("country")?.above.get("b")).toEqual(["ALL", "NORTH", "REST", "b"]);
  });

  test("names a table that is over nothing", () => {
    const tables = [
      { id: "t", measure: "cases", dimensions: ["place"], minimumLevel: "region", neverWithhold: ["ALL"] },
    ];
    expect(refusalsOf({ tables })).toEqual([
      'tables.0.dimensions: there is no dimension "place"',
      'tables.0.minimumLevel: no dimension of the table has a level "region"',
      'tables.0.neverWithhold: there is no cell "ALL"',
    ]);
  });
});
