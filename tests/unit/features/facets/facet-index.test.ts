import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newIndex, wipeIndex } from "#app/features/facets/facet-index.ts";
import { applyRecords, currentRecords, forgetBlock, isCurrent } from "#app/features/facets/facet-index-records.ts";
import { newMemory } from "#app/features/facets/facet-memory.ts";
import { anyAssessed, anyId, anyRecord, anyReported } from "./arbitraries.ts";
import { bytesOf, expectedCases, indexOf, shownCases } from "./naive.ts";

const fewCases = fc.uniqueArray(anyId, { minLength: 1, maxLength: 6 });
/** Records of a few cases, no two of a case and kind with the same version. */
const someRecords = fewCases.chain((ids) =>
  fc.uniqueArray(anyRecord(fc.constantFrom(...ids), fc.integer({ min: 1, max: 8 })), {
    selector: ({ caseId, kind, version }) => `${caseId} ${kind} ${version}`,
    maxLength: 40,
  }),
);

describe("the facet index", () => {
  test("joins what was reported and assessed, and the newer version wins, whatever the order", () => {
    fc.assert(
      fc.property(someRecords, fc.array(fc.nat(40)), (records, cuts) => {
        const index = newIndex("team", 0);
        const ends = [...cuts.filter((cut) => cut < records.length).toSorted((a, b) => a - b), records.length];
        ends.forEach((end, place) => {
          applyRecords(index, bytesOf(records.slice(ends[place - 1] ?? 0, end)), place + 1);
        });
        expect(shownCases(index)).toEqual(expectedCases(records));
      }),
    );
  });

  test("no later judgement loses that a release has counted a case, and an erasure does", () => {
    fc.assert(
      fc.property(anyId, anyReported, fc.array(anyAssessed, { maxLength: 3 }), (caseId, facets, judgements) => {
        const index = indexOf([
          { caseId, version: 1, kind: "reported", facets },
          { caseId, version: 1, kind: "counted", facets: { cohort: 7 } },
          ...judgements.map((each, at) => ({ caseId, version: at + 2, kind: "assessed" as const, facets: each })),
        ]);
        expect(shownCases(index).get(caseId)?.cohort).toBe(7);
        applyRecords(index, bytesOf([{ caseId, version: 5, kind: "erased", facets: {} }]), 2);
        expect(index.memory.columns.cohort[0]).toBe(0);
      }),
    );
  });

  test("stays the same when records are read twice", () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const index = indexOf(records);
        applyRecords(index, bytesOf(records), 2);
        expect(shownCases(index)).toEqual(expectedCases(records));
      }),
    );
  });

  test("grows without losing anything, and wipes the smaller buffer", () => {
    fc.assert(
      fc.property(fc.array(anyRecord(), { minLength: 5, maxLength: 60 }), (records) => {
        const index = { teamId: "team", memory: newMemory({ rows: 2, ids: 2 }) };
        const first = index.memory;
        for (const record of records) applyRecords(index, bytesOf([record]), 1);
        expect(shownCases(index)).toEqual(expectedCases(records));
        expect(isAllZero(first.buffer)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("keeps nothing of an erased case in its memory", () => {
    fc.assert(
      fc.property(anyId, fc.array(anyRecord(), { maxLength: 3 }), (caseId, records) => {
        const own = records.map((record) => ({ ...record, caseId, version: 1 }));
        const index = indexOf([...own, { caseId, version: 2, kind: "erased", facets: {} }]);
        const columns = Object.values(index.memory.columns);
        expect(columns.every((column) => column.every((value) => value === 0))).toBe(true);
      }),
    );
  });

  test("is all zeros once it is wiped", () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const index = indexOf(records);
        expect(isAllZero(index.memory.buffer)).toBe(records.length === 0);
        wipeIndex(index);
        expect(isAllZero(index.memory.buffer)).toBe(true);
        expect(shownCases(index).size).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  test("knows which records are out of date, and how many of a block are not", () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const index = indexOf(records);
        const bytes = bytesOf(records);
        const current = records.filter(({ kind }, place) =>
          isCurrent(index, new DataView(bytes.buffer), place * 256, kind),
        );
        expect(expectedCases(current)).toEqual(expectedCases(records));
        expect(currentRecords(index, 1)[1]).toBe(current.length);
        forgetBlock(index, 1);
        expect([...currentRecords(index, 1)]).toEqual([current.length, 0]);
      }),
    );
  });
});

function isAllZero(buffer: ArrayBuffer): boolean {
  return new Uint8Array(buffer).every((byte) => byte === 0);
}
