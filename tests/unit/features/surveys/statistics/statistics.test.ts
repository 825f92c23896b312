import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohensKappa } from "#app/features/surveys/statistics/agreement.ts";
import { independentDifference, pairedDifference } from "#app/features/surveys/statistics/difference.ts";
import { medianPlaces } from "#app/features/surveys/statistics/median-band.ts";
import { effectOf, postStratified, unweighted } from "#app/features/surveys/statistics/post-stratification.ts";
import { wilson } from "#app/features/surveys/statistics/proportion.ts";

const rounded = ({ lower, upper }: { lower: number; upper: number }) => [lower, upper].map((one) => one.toFixed(4));

describe("Wilson's interval", () => {
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
  test.each([
    [81, 263, "0.2553", "0.3662"],
    [15, 148, "0.0624", "0.1605"],
    [0, 20, "0.0000", "0.1611"],
    [1, 29, "0.0061", "0.1718"],
  ])("of %i in %i is as published", (part, n, lower, upper) => {
    expect(rounded(wilson(part / n, n))).toEqual([lower, upper]);
  });
  test("holds its share, stays within 0 and 1, and is narrower with more answers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const { lower, upper } = wilson(share, n);
        const more = wilson(share, 2 * n);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(share + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(share - 1e-12);
        expect(more.upper - more.lower).toBeLessThan(upper - lower);
      }),
    );
  });
  test("of nothing there is none", () => {
    expect(() => wilson(0, 0)).toThrow(RangeError);
  });
});

describe("a difference of shares", () => {
  // Newcombe (1998), "Interval estimation for the difference between independent proportions", table II, method 10.
  test("of 56 in 70 and 48 in 80 is as published", () => {
    expect(rounded(independentDifference({ share: 56 / 70, n: 70 }, { share: 48 / 80, n: 80 }))).toEqual([
      "0.0524",
      "0.3339",
    ]);
  });
  test("turned round changes its sign", () => {
    const share = fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), n: fc.integer({ min: 1, max: 999 }) });
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [there, back] = [independentDifference(one, other), independentDifference(other, one)];
        expect(back.value).toBeCloseTo(-there.value, 12);
        expect(back.lower).toBeCloseTo(-there.upper, 12);
      }),
    );
  });
  test("of the same respondents whose answers say nothing of each other is that of others", () => {
    const paired = pairedDifference({ both: 20, onlyNow: 20, onlyBefore: 20, neither: 20 });
    expect(paired).toEqual(independentDifference({ share: 0.5, n: 80 }, { share: 0.5, n: 80 }));
  });
  test("of respondents who mostly say the same is narrower", () => {
    const paired = pairedDifference({ both: 40, onlyNow: 8, onlyBefore: 2, neither: 30 });
    const others = independentDifference({ share: 48 / 80, n: 80 }, { share: 42 / 80, n: 80 });
    expect(paired!.upper - paired!.lower).toBeLessThan(others.upper - others.lower);
    expect(paired!.value).toBeCloseTo(others.value, 12);
    expect(pairedDifference({ both: 0, onlyNow: 0, onlyBefore: 0, neither: 0 })).toBeNull();
  });
});

describe("weights by region and size", () => {
  const of = (region: string, size: string, count: number) => Array.from({ length: count }, () => ({ region, size }));
  // By hand: 60 and 40 of 100 were asked, 5 and 15 of 20 answered; 0.6/0.25 = 2.4 and 0.4/0.75 = 8/15.
  const panel = [
    { region: "africa", size: "small", asked: 60 },
    { region: "africa", size: "large", asked: 40 },
  ];
  const answers = [...of("africa", "small", 5), ...of("africa", "large", 15)];

  test("are the panel's share over the answers' share", () => {
    const { weights, designEffect, effectiveSize } = postStratified(answers, panel);
    expect(weights[0]).toBeCloseTo(2.4, 12);
    expect(weights[19]).toBeCloseTo(8 / 15, 12);
    // 20 · (5 · 2.4² + 15 · (8/15)²) / 20² = (28.8 + 64/15) / 20
    expect(designEffect).toBeCloseTo((28.8 + 64 / 15) / 20, 12);
    expect(effectiveSize).toBeCloseTo(20 / designEffect, 12);
  });
  test("put the sizes of a region together where one has too few, and tell of regions that are silent", () => {
    const thin = postStratified(
      [...of("africa", "small", 2), ...of("africa", "large", 15)],
      [...panel, { region: "asia_pacific", size: "small", asked: 9 }],
    );
    expect(thin.weights.every((weight) => Math.abs(weight - 1) < 1e-12)).toBe(true);
    expect([thin.merged, thin.silent]).toEqual([["africa"], ["asia_pacific"]]);
  });
  test("leave a region alone that was not asked", () => {
    const { weights } = postStratified([...answers, { region: "elsewhere", size: "small" }], panel);
    expect(weights.at(-1)).toBe(1);
    expect(weights[0]).toBeCloseTo(2.4, 12);
  });
  test("are 1 on average, and their weighted regions are the panel's", () => {
    const region = fc.constantFrom("a", "b", "c");
    const size = fc.constantFrom("s", "l");
    const stratum = fc.record({ region, size });
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 60 }), fc.infiniteStream(fc.nat(50)), (all, asked) => {
        const whole = ["a", "b", "c"].flatMap((where) =>
          ["s", "l"].map((how) => ({ region: where, size: how, asked: 1 + (asked.next().value ?? 0) })),
        );
        const { weights, designEffect, effectiveSize } = postStratified(all, whole);
        const sum = weights.reduce((one, other) => one + other, 0);
        expect(sum).toBeCloseTo(all.length, 9);
        expect(designEffect).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(effectiveSize).toBeLessThanOrEqual(all.length + 1e-9);
        const heard = whole.filter((one) => all.some((other) => other.region === one.region));
        const total = heard.reduce((one, other) => one + other.asked, 0);
        for (const where of new Set(all.map((one) => one.region))) {
          const own = all.reduce((one, other, at) => one + (other.region === where ? weights[at]! : 0), 0);
          const wanted = heard.filter((one) => one.region === where).reduce((one, other) => one + other.asked, 0);
          expect(own / sum).toBeCloseTo(wanted / total, 9);
        }
      }),
    );
  });
  test("all alike cost nothing", () => {
    expect(unweighted(12)).toMatchObject({ designEffect: 1, effectiveSize: 12 });
    expect(effectOf([])).toEqual({ designEffect: 1, effectiveSize: 0 });
  });
});

describe("Cohen's kappa", () => {
  const coded = (pairs: readonly (readonly [string, string, number])[]) => {
    const one = pairs.flatMap(([code, , times]) => Array.from({ length: times }, () => code));
    const other = pairs.flatMap(([, code, times]) => Array.from({ length: times }, () => code));
    return cohensKappa(one, other);
  };
  // Two readers of fifty grant proposals: agreement 0.7, by chance 0.5.
  test("of 20, 5, 10 and 15 is 0.4, with a standard error of 0.1296", () => {
    const { observed, expected, kappa, standardError } = coded([
      ["yes", "yes", 20],
      ["yes", "no", 5],
      ["no", "yes", 10],
      ["no", "no", 15],
    ]);
    expect([observed, expected, kappa].map((one) => one?.toFixed(4))).toEqual(["0.7000", "0.5000", "0.4000"]);
    expect(standardError?.toFixed(4)).toBe("0.1296");
  });
  test("is 1 where they agree, and none where both always say the same", () => {
    expect(cohensKappa(["a", "b", "a"], ["a", "b", "a"]).kappa).toBe(1);
    expect(cohensKappa(["a", "a"], ["a", "a"]).kappa).toBeNull();
    expect(cohensKappa([], []).kappa).toBeNull();
    expect(() => cohensKappa(["a"], [])).toThrow(RangeError);
  });
});

describe("the median of bands", () => {
  const at = (...places: number[]) => medianPlaces(places.map((place) => ({ place, weight: 1 })));
  test("is the band of the middle answer, or the two beside it", () => {
    expect(at(3, 1, 2)).toEqual([2]);
    expect(at(1, 1, 2, 4)).toEqual([1, 2]);
    expect(at(2, 2)).toEqual([2]);
    expect(at()).toEqual([]);
  });
  test("moves with the weights", () => {
    expect(
      medianPlaces([
        { place: 0, weight: 1 },
        { place: 1, weight: 1 },
        { place: 5, weight: 3 },
      ]),
    ).toEqual([5]);
  });
});
