import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldWithPlaces } from "#app/features/cases/search/fold.ts";
import { type Excerpt, matchTexts, searchTerms } from "#app/features/cases/search/search.ts";

const shown = (excerpts: readonly Excerpt[] | null) =>
  excerpts?.map(
    ({ place, pieces }) => `${place}: ${pieces.map((one) => (one.isHit ? `[${one.text}]` : one.text)).join("")}`,
  );
const find = (words: string, text: string) => shown(matchTexts([{ place: "story", text }], searchTerms(words)));

describe("the form in which texts are compared", () => {
  test.each([
    ["ÉCOLE", "ecole"],
    ["Straße", "STRASSE"],
    ["cœur", "coeur"],
    ["ΟΔΟΣ", "οδος"],
    ["İstanbul", "istanbul"],
    ["أُوقِفَ", "اوقف"],
    ["إدارة", "ادارة"],
    ["آخر", "اخر"],
    ["مؤسسة", "موسسه"],
    ["مستشفى", "مستشفي"],
    ["هيئة", "هيية"],
    ["مصـــرف", "مصرف"],
    ["کتاب", "كتاب"],
    ["١٢٣", "123"],
    ["۴۵", "45"],
  ])("makes no difference between %s and %s", (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test("is the same letter by letter, folded twice stays as it is, and every place lies in the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { folded, places } = foldWithPlaces(text);
        expect(folded).toBe(fold(text));
        expect(fold(folded)).toBe(folded);
        expect(places).toHaveLength(folded.length);
        expect(places.every((place, at) => place < text.length && place >= (places[at - 1] ?? 0))).toBe(true);
      }),
    );
  });
});

describe("looking for words", () => {
  test("every word must stand somewhere, in any order and in any of the texts", () => {
    const texts = [
      { place: "story", text: "The bank closed our account." },
      { place: "note", text: "Rang the ombudsman." },
    ] as const;
    expect(shown(matchTexts(texts, searchTerms("OMBUDSMAN bank")))).toEqual([
      "story: The [bank] closed our account.",
      "note: Rang the [ombudsman].",
    ]);
    expect(matchTexts(texts, searchTerms("bank visa"))).toBeNull();
    expect(matchTexts(texts, [])).toBeNull();
  });

  test("marks what was found as it was written", () => {
    expect(find("ecole", "À l’École de droit")).toEqual(["story: À l’[École] de droit"]);
    expect(find("الحساب مصرف", "أغلق المَصرِف الحسابَ")).toEqual(["story: أغلق ال[مَصرِف] [الحسابَ]"]);
    expect(find("strasse", "in der Straße")).toEqual(["story: in der [Straße]"]);
  });

  test("shows a short piece of a long text, around the first word, and whole characters", () => {
    const [line] = find("needle", `${"𝒳".repeat(200)}needle${"y".repeat(200)}`)!;
    expect(line).toMatch(/^story: …𝒳+\[needle\]y{70}…$/u);
    expect(line!.length).toBeLessThan(250);
  });

  test("never loses or makes up a character, whatever is looked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.string({ unit: "grapheme" }), (text, words) => {
        const found = matchTexts([{ place: "note", text }], searchTerms(words));
        const whole = found?.[0]?.pieces.map((piece) => piece.text).join("");
        if (whole !== undefined) expect(whole).toBe(text);
      }),
    );
  });

  test("ends where a text holds a word a hundred thousand times", () => {
    expect(find("a b", "ab".repeat(50_000))).toHaveLength(1);
  });

  test("takes eight words at most, each once", () => {
    expect(searchTerms(" a  b A c d e f g h i j ")).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
  });
});
