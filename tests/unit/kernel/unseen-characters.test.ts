import { describe, expect, test } from "vitest";
import { UNSEEN } from "#app/kernel/unseen-characters.ts";

describe("characters that nobody sees", () => {
  test.each([
    ["a control", "\u0001"],
    ["a turn of direction", "\u202e"],
    ["an isolate", "\u2067"],
    ["a space without width", "\u200b"],
    ["a joiner of words, or a sum sign that is not drawn", "\u2060"],
    ["an old mark of shaping", "\u206a"],
    ["a filler", "\u3164"],
    ["a narrow filler", "\uffa0"],
    ["a mark between lines", "\ufff9"],
    ["no character at all, which no document may hold", "\ufffe"],
    ["the same in another plane", "\u{1ffff}"],
    ["a tag, in which a whole text can hide", "\u{e0041}"],
    ["a rare form, in which a number can hide", "\u{e0101}"],
    ["half a character", "\ud800"],
  ])("are refused in what is approved and printed: %s", (_, character) => {
    expect(UNSEEN.test(`before${character}after`)).toBe(true);
  });

  test.each([
    ["lines and tabs", "one\ntwo\tthree\r\n"],
    ["marks that an Arabic keyboard leaves", "كتب\u200f (EC) \u200eNo 1"],
    ["joiners of letters", "می\u200cخواهم 👩\u200d⚖️"],
    ["a hyphen that shows where a line may end", "over\u00adcompliance"],
    ["accents and other scripts", "Ångström, שלום, 日本語, नमस्ते"],
  ])("leave everything else alone: %s", (_, text) => {
    expect(UNSEEN.test(text)).toBe(false);
  });
});
