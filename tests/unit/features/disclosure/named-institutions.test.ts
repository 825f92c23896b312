import { expect, test } from "vitest";
import { readRelease } from "#app/features/disclosure/input/release-request.ts";
import { candidateOf } from "#app/features/disclosure/release/candidates.ts";

const LABEL = { en: "x", fr: "x", es: "x", ar: "x" };
const CLEARED = { code: "bank-a", rightOfReplyOn: "2026-01-12", evidence: "documented", approvedBy: ["one", "two"] };

/** Of so many organisations with bank A, beside twenty with another bank. */
function levelsOf(institution: object, organisations = 6, where = {}) {
  const records = Array.from({ length: organisations + 20 }, (_, at) => ({
    ...{ id: `${at}`, unit: `organisation ${at}`, amounts: {}, releasedIn: [], withdrawn: false },
    codes: { bank: [at < organisations ? "bank-a" : "bank-others"], place: ["here"] },
  }));
  const request = readRelease({
    specification: {
      ...{ release: "first", seed: "seed" },
      dimensions: {
        bank: {
          ...{ column: "bank", total: "ALL", coarsen: ["named", "type", "total"], labels: { ALL: LABEL } },
          sums: [
            ["ALL", ["bank"]],
            ["bank", ["bank-a", "bank-others"]],
          ],
          institutions: [institution],
        },
        place: { column: "place", total: "ALL", sums: [["ALL", ["here"]]] },
      },
      tables: [
        { id: "by-bank", measure: "organisations", dimensions: [Object.keys(where).length ? "place" : "bank"], where },
      ],
    },
    microdata: records,
    date: "2026-03-01",
  });
  if (!request.ok) throw new Error(JSON.stringify(request.errors));
  const { spec, trees } = request.value;
  const { choices } = candidateOf(spec.tables[0]!, records, records.length, { spec, trees });
  return choices.flatMap(({ names }) => names);
}

test("a level that names an institution is printed with five organisations, a reply, evidence and two persons", () => {
  expect(levelsOf(CLEARED)).toContain("named");
});

test.each([
  ["four organisations", CLEARED, 4],
  ["no right of reply", { ...CLEARED, rightOfReplyOn: undefined }, 6],
  ["no evidence", { ...CLEARED, evidence: undefined }, 6],
  ["one person", { ...CLEARED, approvedBy: ["one"] }, 6],
  ["the same person twice", { ...CLEARED, approvedBy: ["one", "one"] }, 6],
] as const)("with %s its type stands in its place", (_, institution, organisations) => {
  expect(levelsOf(institution, organisations)).not.toContain("named");
  expect(levelsOf(institution, organisations)).toContain("type");
});

test("a table of one institution alone is held to the same", () => {
  expect(levelsOf(CLEARED, 6, { bank: "bank-a" })).not.toEqual([]);
  expect(levelsOf({ code: "bank-a" }, 6, { bank: "bank-a" })).toEqual([]);
});
