import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FigureReference,
  piecesOf,
  referenceText,
  withoutReferences,
} from "#app/features/briefings/references/figure-reference.ts";

const code = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
const table = fc.stringMatching(/^[a-z0-9-]{1,30}$/).filter((id) => id !== "organisations");
const reference: fc.Arbitrary<FigureReference> = fc.oneof(
  fc.record({ table, codes: fc.array(code, { minLength: 1, maxLength: 2 }), withUnit: fc.boolean() }),
  fc.record({ table: fc.constant("organisations"), codes: fc.constant([]), withUnit: fc.boolean() }),
);

describe("a reference to a figure", () => {
  test("is read as it is written", () => {
    fc.assert(
      fc.property(reference, (wanted) => {
        const written = referenceText(wanted);
        expect(piecesOf(written)).toEqual([{ kind: "reference", written, reference: wanted }]);
      }),
    );
  });

  test("is found between any words, and no letter of a text is lost", () => {
    const words = fc.string({ unit: "grapheme" }).filter((text) => !/[{}]/.test(text));
    fc.assert(
      fc.property(words, reference, words, (before, wanted, after) => {
        const text = before + referenceText(wanted) + after;
        const found = piecesOf(text).filter(({ kind }) => kind === "reference");
        expect(found).toMatchObject([{ reference: wanted }]);
        expect(joined(text)).toBe(text);
        expect(withoutReferences(text)).toBe(`${before} ${after}`);
      }),
    );
  });

  test("whatever is typed, the pieces make the text again", () => {
    const anything = fc.string({ unit: fc.constantFrom("{", "}", ":", ",", "a", "-", "#", "٣", " ") });
    fc.assert(fc.property(anything, (text) => joined(text) === text));
  });

  test.each([
    ["{{ organisations-by-severity : high }}", { table: "organisations-by-severity", codes: ["high"] }],
    ["{{a-by-b:one،two}}", { table: "a-by-b", codes: ["one", "two"] }],
    ["{{a-by-b:one+two #}}", { codes: ["one", "two"], withUnit: true }],
    ["{{a-by-period-year:٢٠٢٥}}", { codes: ["2025"] }],
    ["{{\u200fa-by-b:one\u200e}}", { table: "a-by-b", codes: ["one"] }],
  ])("%s is understood", (text, wanted) => {
    expect(piecesOf(text)).toMatchObject([{ kind: "reference", reference: wanted }]);
  });

  test.each([
    "{{}}",
    "{{a-by-b}}",
    "{{organisations:high}}",
    "{{a:b,c,d}}",
    "{{A b:c}}",
    "{{a:b",
    "a:b}}",
    "{{{a:b}}}",
    "{a:b}",
  ])("%s is no reference, and is told", (text) => {
    expect(piecesOf(text).some(({ kind }) => kind === "broken")).toBe(true);
  });
});

const joined = (text: string) =>
  piecesOf(text)
    .map((piece) => (piece.kind === "words" ? piece.text : piece.written))
    .join("");
