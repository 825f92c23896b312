import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ASSESSED,
  COUNTED,
  KEY,
  LAYOUTS,
  type Layout,
  RECORD_BYTES,
  REPORTED,
} from "#app/features/facets/facet-layout.ts";
import {
  decodeRecord,
  encodeRecord,
  RecordUnreadable,
  type ReportedFacets,
} from "#app/features/facets/facet-record.ts";
import { anyRecord } from "./arbitraries.ts";

describe("a facet record", () => {
  test("gives back exactly what was written", () => {
    fc.assert(
      fc.property(anyRecord(), (record) => {
        const { kind, facets, ...key } = record;
        expect(decodeRecord(encodeRecord(key, kind, facets))).toEqual(record);
      }),
    );
  });

  test("has one form only: what was read is written to the same bytes", () => {
    fc.assert(
      fc.property(anyRecord(), (record) => {
        const bytes = encodeRecord(record, record.kind, record.facets);
        const again = decodeRecord(bytes);
        expect(encodeRecord(again, again.kind, again.facets)).toEqual(bytes);
      }),
    );
  });

  test("always weighs the same and leaves its free room zero", () => {
    fc.assert(
      fc.property(anyRecord(), ({ kind, facets, ...key }) => {
        const bytes = encodeRecord(key, kind, facets);
        expect(bytes.length).toBe(RECORD_BYTES);
        const free = { reported: 164, assessed: 80, erased: 24, counted: 26 }[kind];
        expect(bytes.subarray(free).every((byte) => byte === 0)).toBe(true);
      }),
    );
  });

  test.each(Object.entries(LAYOUTS))("of kind %s has fields that do not touch each other", (_kind, layout) => {
    const fields = Object.values({ ...KEY, ...(layout as Layout) }).toSorted((a, b) => a.at - b.at);
    const ends = fields.map(({ at, type }) => at + type.bytes);
    expect(fields[0]?.at).toBeGreaterThanOrEqual(2);
    expect(ends.at(-1)).toBeLessThanOrEqual(RECORD_BYTES);
    for (const [place, field] of fields.entries()) expect(field.at).toBeGreaterThanOrEqual(ends[place - 1] ?? 2);
  });

  test("keeps its fields where they were: records sealed years ago are still read", () => {
    const places = ({ ...layout }: Layout) =>
      Object.entries(layout).map(([name, { at, type }]) => `${name}@${at}+${type.bytes}`);
    expect([...places(REPORTED), ...places(ASSESSED), ...places(COUNTED)].join(" ")).toMatchInlineSnapshot(
      `"organisationId@24+16 amountMinor@40+8 otherIncidents@48+16 consequences@64+16 documents@80+8 remedies@88+8 receivedAt@96+4 peopleAffected@100+4 currency@104+4 affectedCountry@108+2 institutionCountry@110+2 startedOn@112+2 closureOn@114+2 payrollOn@116+2 hearingOn@118+2 noticeDays@120+2 durationDays@122+2 measure@124+2 mainIncident@128+1 affectedType@129+1 institutionType@130+1 datePrecision@131+1 ongoing@132+1 moneyLostWithin72h@133+1 dangerToPersons@134+1 channel@135+1 amountBand@136+1 statedReason@137+1 inWriting@138+1 outcome@139+1 peopleKind@140+1 consent@141+1 riskIfNamed@142+1 listedParty@143+1 sourceKind@144+1 corroboration@145+1 reporterStatus@146+1 windDownOn@147+2 courtRelated@149+1 staffDays@150+2 extraCostMinor@152+8 extraCostCurrency@160+4 assignedUserId@24+16 institutionCode@40+16 dueAt@56+4 status@64+1 urgency@65+1 severity@66+1 risk@67+1 overCompliance@68+1 eligible@69+1 teamOutcome@70+1 teamCorroboration@71+1 teamRemedies@72+8 cohort@24+2"`,
    );
  });

  test("of another format, kind or size is refused", () => {
    const bytes = encodeRecord({ caseId: "6f1f4c0e-3b1a-4c58-9a44-0d7a3f1f2b11", version: 1 }, "erased", {});
    expect(() => decodeRecord(bytes.with(0, 2))).toThrow(RecordUnreadable);
    expect(() => decodeRecord(bytes.with(1, 9))).toThrow(RecordUnreadable);
    expect(() => decodeRecord(bytes.subarray(1))).toThrow(RecordUnreadable);
  });

  test("refuses values without room rather than cutting them", () => {
    const key = { caseId: "6f1f4c0e-3b1a-4c58-9a44-0d7a3f1f2b11", version: 1 };
    const [sample] = fc.sample(
      anyRecord().filter(({ kind }) => kind === "reported"),
      1,
    );
    const write = (change: object) => () =>
      encodeRecord(key, "reported", { ...(sample!.facets as ReportedFacets), ...change });
    expect(write({ mainIncident: 256 })).toThrow(RangeError);
    expect(write({ noticeDays: 65_535 })).toThrow(RangeError);
    expect(write({ currency: "EURO" })).toThrow(RangeError);
    expect(write({ remedies: [65] })).toThrow(RangeError);
    expect(write({ startedOn: 0 })).toThrow(RangeError);
    expect(write({ organisationId: "somebody" })).toThrow(RangeError);
    expect(() => encodeRecord({ ...key, version: 0 }, "erased", {})).toThrow(RangeError);
  });
});
