import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isId } from "#app/kernel/id.ts";
import {
  codeSubkey,
  codeValue,
  foldCode,
  hashCode,
  newCode,
  newHandle,
  newId,
} from "#app/platform/crypto/codes.server.ts";
import { HANDLE_BIRDS, HANDLE_PLANTS } from "#app/platform/crypto/handle-words.ts";
import { foldHandle } from "#app/platform/crypto/handles.server.ts";
import { newPassphrase } from "#app/platform/crypto/passphrase.server.ts";
import { shuffled } from "#app/platform/crypto/random.server.ts";
import { foldWords, WORDS, wordIndexes } from "#app/platform/crypto/words.server.ts";
import { hexText } from "./arbitraries.ts";

describe("words typed from paper", () => {
  test("are known by their first four letters: no two words share them", () => {
    expect(new Set(WORDS.map((word) => word.slice(0, 4))).size).toBe(2048);
  });

  test("come back in one form however they were typed", () => {
    const styles: ((word: string, at: number) => string)[] = [
      (word) => word,
      (word) => word.toUpperCase(),
      (word) => word.slice(0, 4),
      (word, at) => `${at + 1}. ${word}`,
      (word) => `\u2068${word}\u2069`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...styles),
        fc.constantFrom(" ", "  \n", "-", ", ", " \u00a0", "–"),
        (style, between) => {
          const words = newPassphrase();
          expect(foldWords(words.split(" ").map(style).join(between))).toBe(words);
        },
      ),
    );
  });

  test.each(["", "   ", "apple xyzzy", "appple", "appl3e", "applesauce", "àpple", "ap", "الحساب"])(
    "are refused as %j",
    (typed) => {
      expect(foldWords(typed)).toBeNull();
      expect(wordIndexes(typed)).toBeNull();
    },
  );

  test("make a passphrase of seven", () => {
    expect(newPassphrase().split(" ")).toHaveLength(7);
    expect(newPassphrase()).not.toBe(newPassphrase());
  });
});

describe("a code", () => {
  test("has five groups of four letters that are not mistaken for each other", () => {
    for (let many = 0; many < 200; many += 1)
      expect(newCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test("comes back in one form however it was typed", () => {
    const code = "10A0-B1C1-0011-WXYZ-2345";
    for (const typed of [
      "1oaO-bIcl-OoiL-wxyz-2345",
      " 10a0 b1c1 0011 wxyz 2345 ",
      "10A0B1C10011WXYZ2345",
      "10A0–B1C1–0011–WXYZ–2345",
    ])
      expect(foldCode(typed)).toBe(code);
  });

  test.each(["", "10A0-B1C1-0011-WXYZ-234", "10A0-B1C1-0011-WXYZ-23456", "UUUU-B1C1-0011-WXYZ-2345"])(
    "is refused as %j",
    (typed) => {
      expect(foldCode(typed)).toBeNull();
      expect(() => hashCode(typed)).not.toThrow();
    },
  );

  test("has the same hash and keys however it was typed, and others for another purpose", () => {
    const code = newCode();
    const typed = code.toLowerCase().replaceAll("-", " ");
    expect(hashCode(typed)).toEqual(hashCode(code));
    expect(hexText(codeSubkey(typed, "draft"))).toBe(hexText(codeSubkey(code, "draft")));
    const values = ["valid", "answer", "participation"].map((purpose) => codeValue(code, purpose));
    expect(new Set([...values, Buffer.from(hashCode(code)).toString("base64url")]).size).toBe(4);
  });
});

describe("a handle", () => {
  test("is made of at least 64 × 64 different words in plain letters", () => {
    for (const list of [HANDLE_PLANTS, HANDLE_BIRDS]) {
      expect(new Set(list).size).toBe(list.length);
      expect(list.length).toBeGreaterThanOrEqual(64);
      expect(list.every((word) => /^[a-z]{3,16}$/.test(word))).toBe(true);
    }
    for (let many = 0; many < 100; many += 1) expect(newHandle()).toMatch(/^[a-z]+-[a-z]+-[1-9][0-9]$/);
  });

  test("is found however it was typed", () => {
    expect(foldHandle(" Maple Heron–42 ")).toBe("maple-heron-42");
    expect(foldHandle("maple_heron-42")).toBe("maple-heron-42");
  });
});

test("an id is a random UUID", () => {
  expect(isId(newId())).toBe(true);
});

test("shuffling keeps every item", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (items) => {
      expect(shuffled(items).sort()).toEqual([...items].sort());
    }),
  );
});
