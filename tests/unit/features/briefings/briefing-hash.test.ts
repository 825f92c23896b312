import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { briefingBytes } from "#app/features/briefings/briefing-hash.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import { sampleDraft, sampleRelease } from "./sample-briefing.ts";

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("canonical JSON", () => {
  test("is the example of RFC 8785", () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });
  test("sorts members by UTF-16 code units", () => {
    const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
    expect(Object.values(JSON.parse(canonicalJson(value)) as Record<string, number>)).toHaveLength(7);
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });
  test("says the same value again, in any order of its members", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse()) as Json;
        expect(canonicalJson(turned)).toBe(canonicalJson(object as Json));
        expect(JSON.parse(canonicalJson(object as Json))).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
  });
  test("refuses what JSON cannot carry", () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
    expect(() => canonicalJson("\ud800")).toThrow(RangeError);
    expect(() => canonicalJson({ "\udc00": 1 })).toThrow(RangeError);
  });
});

describe("what an approval stands for", () => {
  test("is the same however the briefing was put together", () => {
    const { asks, texts, specification } = sampleDraft();
    expect(textOf(briefingBytes({ texts, asks, specification }, sampleRelease()))).toBe(
      textOf(briefingBytes(sampleDraft(), sampleRelease())),
    );
  });
  test("changes with a comma, a figure or an ask", () => {
    const draft = sampleDraft();
    const release = sampleRelease();
    const approved = textOf(briefingBytes(draft, release));
    const comma = structuredClone(draft);
    if (comma.texts.fr) comma.texts.fr.claim += ",";
    const [first, ...others] = release.tables;
    const cells = first?.cells.map((cell, place) => (place === 0 ? { ...cell, value: 60 } : cell)) ?? [];
    const figure = { ...release, tables: first ? [{ ...first, cells }, ...others] : [] };
    const changed = [
      briefingBytes(comma, release),
      briefingBytes(draft, figure),
      briefingBytes({ ...draft, asks: draft.asks.slice(1) }, release),
    ];
    for (const bytes of changed) expect(textOf(bytes)).not.toBe(approved);
  });
});
