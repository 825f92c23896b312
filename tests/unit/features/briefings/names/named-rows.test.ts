import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountedRow } from "#app/features/briefings/figures/counted-row.ts";
import { codesOf } from "#app/features/briefings/figures/dimensions.ts";
import { isName, nameCode, othersCode, typeOfName } from "#app/features/briefings/figures/name-codes.ts";
import { NOT_SAID, releaseSpecification } from "#app/features/briefings/figures/release-specification.ts";
import { tableChoiceSchema } from "#app/features/briefings/figures/table-choice.ts";
import { hiddenNames, isBornOut, withNames } from "#app/features/briefings/names/named-rows.ts";
import type { Corroboration } from "#app/features/taxonomy/codes.ts";
import { BY_NAME } from "../../../../support/namings.ts";
import { LISTS, sampleLabelOf } from "../sample-briefing.ts";

const CODE = nameCode("commercial_bank", "3fa85f64-5717-4562-b3fc-2c963f66afa6");
const NAMING = { code: CODE, type: "commercial_bank", codes: ["entry", "folded"], grade: "documented" } as const;

const row = (
  organisation: number,
  code: string | null,
  corroboration: Corroboration = "document_seen",
): CountedRow => ({
  organisationKey: `organisation ${organisation}`,
  ...(code && { institution: { code, corroboration } }),
  codes: { institution_type: ["commercial_bank"] },
});
const rows = (many: number, code = "entry") => Array.from({ length: many }, (_, at) => row(at, code));

describe("a name is borne by the very cases that a release counts", () => {
  test("from five organisations on, under any of its spellings", () => {
    expect(isBornOut(rows(4), NAMING)).toBe(false);
    expect(isBornOut([...rows(4), row(9, "folded")], NAMING)).toBe(true);
    expect(isBornOut([...rows(4), row(0, "folded"), row(9, "another")], NAMING)).toBe(false);
  });

  test("and by the evidence that was answered for", () => {
    const bare = rows(6).map((one) => ({
      ...one,
      institution: { code: "entry", corroboration: "self_report" } as const,
    }));
    expect(isBornOut(bare, NAMING)).toBe(false);
    expect(isBornOut(rows(6), { ...NAMING, grade: "confirmed" })).toBe(false);
  });
});

describe("rows with names", () => {
  test("put everybody else of a split type with its others, and whom nobody is named beside with their type", () => {
    const other: CountedRow = { ...row(3, null), codes: { institution_type: ["card_network"] } };
    const silent: CountedRow = { ...row(4, null), codes: { institution_type: [] } };
    const told = withNames([row(1, "entry"), row(2, null), other, silent], [NAMING]).map(({ codes }) => codes);
    expect(told.map((codes) => codes.institution_named)).toEqual([
      [CODE],
      [othersCode("commercial_bank")],
      ["card_network"],
      [],
    ]);
  });

  test("go by whom a case is matched to where its reporter called it something else", () => {
    const mistaken: CountedRow = { ...row(1, "entry"), codes: { institution_type: ["card_network"] } };
    const [told] = withNames([mistaken], [NAMING]);
    expect(told?.codes).toMatchObject({ institution_type: ["commercial_bank"], institution_named: [CODE] });
  });

  test("always stand under one code each that has a row, whoever is named", () => {
    const some = fc.subarray(["entry", "folded", "third", "fourth"]);
    fc.assert(
      fc.property(some, fc.array(fc.constantFrom(null, "entry", "third", "unknown")), (codes, matched) => {
        const named = codes.map((code, at) => ({
          ...NAMING,
          code: nameCode("commercial_bank", `${at}`),
          codes: [code],
        }));
        const lists = { ...LISTS, named: named.map(({ code }) => code) };
        const all = [...codesOf("institution_named", lists), NOT_SAID];
        for (const { codes: own } of withNames(
          matched.map((code, at) => row(at, code)),
          named,
        )) {
          expect(own.institution_named).toHaveLength(1);
          expect(all).toContain(own.institution_named?.[0]);
          expect(typeOfName(own.institution_named?.[0] ?? "")).toBe(own.institution_type?.[0]);
        }
      }),
    );
  });
});

describe("what the disclosure room is asked for", () => {
  const specOf = (named: readonly string[], cleared: readonly string[]) =>
    JSON.parse(
      JSON.stringify(
        releaseSpecification([BY_NAME], {
          ...{ cohort: "asp25", seed: "seed", labelOf: sampleLabelOf },
          ...{
            wholeLabel: {},
            notSaidLabel: {},
            partLabels: { other: { amount: {}, extra_cost: {}, staff_days: {} }, told: {} },
          },
          lists: { ...LISTS, named },
          named: cleared.map((code) => ({
            ...{ code, rightOfReplyOn: "2026-01-12", evidence: "documented", approvedBy: ["one", "two"] },
          })),
        }),
      ),
    );

  test("carries of every code that names somebody what cleared it, and of the others none", () => {
    const { dimensions } = specOf([CODE], [CODE]);
    expect(dimensions.institution_type.institutions).toMatchObject([{ code: CODE, approvedBy: ["one", "two"] }]);
    expect(specOf([CODE], []).dimensions.institution_type.institutions).toEqual([{ code: CODE }]);
    expect(codesOf("institution_named", { ...LISTS, named: [CODE] }).filter(isName)).toEqual([CODE]);
  });

  test("knows no level of names where nobody is named", () => {
    const { dimensions, tables } = specOf([], []);
    expect(dimensions.institution_type.coarsen).toEqual(["institution_type", "total"]);
    expect(tables.at(-1)).toMatchObject({ minimumLevel: ["institution_type"] });
  });
});

test("a name whose own cell is withheld, or that no table prints, is to be taken out", () => {
  const table = (value: number | null, dimensions = 1) => ({
    cells: [
      { codes: dimensions === 1 ? [CODE] : [CODE, "ALL"], value },
      { codes: [CODE, "africa"], value: null },
    ],
  });
  const hidden = (...tables: object[]) => hiddenNames({ tables: tables as never }, [NAMING]).length;
  expect(hidden(table(10))).toBe(0);
  expect(hidden(table(10, 2))).toBe(0);
  expect(hidden(table(null))).toBe(1);
  expect(hidden(table(10), table(null, 2))).toBe(1);
  expect(hidden({ cells: [{ codes: ["commercial_bank"], value: 10 }] })).toBe(1);
});

test("a table of names counts, and counts everything", () => {
  const reads = (choice: object) => tableChoiceSchema.safeParse({ ...BY_NAME, ...choice }).success;
  expect(reads({})).toBe(true);
  expect(reads({ measure: "cases", dimensions: ["institution_named", "affected_region"] })).toBe(true);
  expect(reads({ measure: "sum", of: "amount_usd" })).toBe(false);
  expect(reads({ where: { dimension: "severity", code: "high" } })).toBe(false);
  expect(reads({ dimensions: ["severity"], where: { dimension: "institution_named", code: CODE } })).toBe(false);
  expect(reads({ dimensions: ["institution_named", "institution_type"] })).toBe(false);
});
