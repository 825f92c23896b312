import { describe, expect, test } from "vitest";
import { derivePanelMark, foldPanelWords, newPanelWords } from "#app/platform/crypto/panel-words.server.ts";
import { WORDS } from "#app/platform/crypto/words.server.ts";

const SALT = new Uint8Array(16).fill(7);
const [TEAM, OTHER] = ["3c8a1a52-0c53-4f1c-9d8e-0a3c1f1f5a01", "3c8a1a52-0c53-4f1c-9d8e-0a3c1f1f5a02"];

describe("words by which surveys are compared", () => {
  test("are five, and are read however they are typed", () => {
    const words = newPanelWords();
    expect(words.split(" ")).toHaveLength(5);
    expect(foldPanelWords(words)).toBe(words);
    const short = words.split(" ").map((word) => word.slice(0, 4).toUpperCase());
    expect(foldPanelWords(` 1. ${short.join("\n2. ")} `)).toBe(words);
  });

  test("cannot be made up, and a slip of the pen is noticed", () => {
    const [drawn, check] = ["ability able about", "shoot"];
    const passed = WORDS.filter((word) => foldPanelWords(`${word} ${drawn} ${check}`) !== null);
    // One word in 2,048 checks as well by chance.
    expect(passed).toContain("abandon");
    expect(passed.length).toBeLessThan(6);
    for (const typed of ["our organisation of human rights", `abandon ${drawn}`, `${check} abandon ${drawn}`, ""])
      expect(foldPanelWords(typed)).toBeNull();
  });

  test("give one mark in one team, and another for other words, in another team and installation", async () => {
    const words = "abandon ability able about";
    const mark = await derivePanelMark(words, TEAM!, SALT);
    expect(await derivePanelMark(words, TEAM!, SALT)).toBe(mark);
    const marks = await Promise.all([
      derivePanelMark(words, OTHER!, SALT),
      derivePanelMark("abandon ability able above", TEAM!, SALT),
      derivePanelMark(words, TEAM!, new Uint8Array(16)),
    ]);
    expect(new Set([mark, ...marks]).size).toBe(4);
  });

  /** These must come out for ever: next year's answer is found by them. */
  test("are read and marked as they were in the first survey", async () => {
    const words = "abandon ability able about shoot";
    expect(foldPanelWords(words)).toBe(words);
    expect(await derivePanelMark(words, TEAM!, SALT)).toBe("HF-LWmebIQhFdL7KNJf-6yvPskGrPiwWbY9oe03wtCg");
  });
});
