import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erasureTest, mergeRecords, recordsThat } from "#app/features/facets/facet-merge.ts";
import { decodeRecord, type FacetRecord } from "#app/features/facets/facet-record.ts";
import { anyId, anyRecord } from "./arbitraries.ts";
import { bytesOf, expectedCases } from "./naive.ts";

const someRecords = fc
  .uniqueArray(anyId, { minLength: 1, maxLength: 6 })
  .chain((ids) => fc.array(anyRecord(fc.constantFrom(...ids), fc.integer({ min: 1, max: 8 })), { maxLength: 40 }));

describe("merging records", () => {
  test("changes nothing of what is shown", () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        expect(expectedCases(decodeAll(mergeRecords(bytesOf(records))))).toEqual(expectedCases(records));
      }),
    );
  });

  test("leaves one record of a case and kind at most, and none that an erasure covers", () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const merged = decodeAll(mergeRecords(bytesOf(records)));
        const names = merged.map(({ caseId, kind }) => `${caseId} ${kind}`);
        expect(new Set(names).size).toBe(names.length);
        expect(
          recordsThat(
            bytesOf(merged),
            (...record) => record[2] === "erased" || !erasureTest(bytesOf(merged))(...record),
          ),
        ).toBeNull();
      }),
    );
  });

  test("keeps every erasure, so that a latecomer finds it", () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const erased = (all: readonly FacetRecord[]) =>
          new Set(all.filter(({ kind }) => kind === "erased").map(({ caseId }) => caseId));
        expect(erased(decodeAll(mergeRecords(bytesOf(records))))).toEqual(erased(records));
      }),
    );
  });
});

function decodeAll(bytes: Uint8Array): FacetRecord[] {
  return Array.from({ length: bytes.length / 256 }, (_, place) =>
    decodeRecord(bytes.subarray(place * 256, (place + 1) * 256)),
  );
}
