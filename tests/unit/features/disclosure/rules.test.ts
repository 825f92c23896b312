import { describe, expect, test } from "vitest";
import { whyTheRestIsExposed } from "#app/features/disclosure/derived/printed-share.ts";
import { choicesOf, firstWorthwhile } from "#app/features/disclosure/rules/generalise.ts";
import { isBelowThreshold, isDominated, isHomogeneous } from "#app/features/disclosure/rules/primary.ts";
import { printedFigure } from "#app/features/disclosure/rules/printed.ts";
import { levelWithout, protectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import { PROFILES } from "#app/features/disclosure/settings.ts";
import { organisations, readSpec, recordsOf } from "./small-release.ts";

const rules = PROFILES.public;
const parts = (...amounts: number[]) => new Map(amounts.map((amount, place) => [`o${place}`, amount]));

describe("a cell is sensitive", () => {
  test("where fewer than five organisations stand behind it, and not where nobody does", () => {
    expect([0, 1, 4, 5].map((count) => isBelowThreshold(count, 5))).toEqual([false, true, true, false]);
  });

  test("where two colluders can come within fifteen percent of the largest", () => {
    expect(isDominated([100, 50, 50, 14], rules)).toBe(true);
    expect(isDominated([100, 50, 50, 15], rules)).toBe(false);
    expect(isDominated([], rules)).toBe(false);
  });

  test("where options overlap and few did not choose it, or not with every case", () => {
    const all = parts(...Array.from({ length: 20 }, () => 1));
    const chosen = (organisations: number) => new Map([...all].slice(0, organisations));
    const why = (some: Map<string, number>, whole = all) => whyTheRestIsExposed(some, whole, rules);
    expect([20, 18, 15].map((organisations) => why(chosen(organisations)))).toEqual([
      [],
      ["threshold", "dominance"],
      [],
    ]);
    expect(why(all, new Map([...all, ["o0", 3]]))).toContain("threshold");
  });

  test("where nearly everybody in a margin shares one category", () => {
    expect(isHomogeneous([19, 3], 20, 0.9)).toBe(true);
    expect(isHomogeneous([18, 3], 20, 0.9)).toBe(false);
  });
});

describe("protection levels", () => {
  test("of a small cell reach half of it upwards and nobody downwards", () => {
    expect(protectionLevel(parts(7, 2), ["threshold"], rules, true)).toEqual({ up: 5, down: 9 });
  });

  test("of a dominated cell make up for what the others do not hide", () => {
    expect(protectionLevel(parts(1000, 50, 40, 30), ["dominance"], rules, false)).toEqual({ up: 120, down: 120 });
  });

  test("are never below one for counts, nor deeper than the cell", () => {
    expect(protectionLevel(parts(1), ["threshold", "homogeneity"], rules, true)).toEqual({ up: 1, down: 1 });
  });

  test("of a contributor hold for what is not its own", () => {
    const cell = { contributions: parts(7, 2), reasons: ["threshold"] as const, whole: true };
    expect(levelWithout(new Set(["o0"]), cell, rules)).toEqual({ up: 1, down: 2 });
    expect(levelWithout(new Set(["o0", "o1"]), cell, rules)).toEqual({ up: 0, down: 0 });
  });
});

describe("a printed figure", () => {
  test("of organisations is rounded to five, and nobody takes five for three", () => {
    expect([5, 8, 12, 0].map((value) => printedFigure(value, "organisations", rules))).toEqual([
      { value: 5, least: 5, most: 7 },
      { value: 10, least: 8, most: 12 },
      { value: 10, least: 8, most: 12 },
      { value: 0, least: 0, most: 0 },
    ]);
  });

  test("of money has three significant figures", () => {
    expect(printedFigure(123_456, "sum:amount", rules)).toEqual({ value: 123_000, least: 122_500, most: 123_500 });
    expect(printedFigure(0.1234, "sum:amount", rules).value).toBe(0.123);
  });
});

describe("generalising", () => {
  const input = readSpec();
  const records = recordsOf(
    [
      ...organisations(1, 8, "KE", "resolved"),
      ...organisations(1, 2, "UG", "resolved"),
      ...organisations(3, 4, "UG", "closed"),
      ...organisations(5, 12, "JP", "closed"),
    ],
    input,
  );
  const choices = choicesOf(input.spec.tables[0]!, records, { trees: input.trees, rules, mayBeNamed: () => true });

  test("orders the levels by what they lose, finest first", () => {
    expect(choices[0]).toMatchObject({ names: ["leaf", "leaf"], lost: 0, cells: 15, primary: 4 });
    expect(choices.map(({ lost }) => lost)).toEqual([...choices.map(({ lost }) => lost)].sort((a, b) => a - b));
    expect(choices.at(-1)).toMatchObject({ names: ["total", "total"], cells: 1 });
  });

  test("takes the first at which at most a quarter is primary", () => {
    const place = firstWorthwhile(choices, 0.25);
    expect(choices[place]!.primary / choices[place]!.cells).toBeLessThanOrEqual(0.25);
  });

  test("takes the finest where its owner says that any number of marks will do", () => {
    expect(firstWorthwhile(choices, 1)).toBe(0);
  });
});
