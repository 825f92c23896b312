import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seedSurveyBenchmarks } from "#app/features/registers/seed-registers.server.ts";
import { type Answers, DECLINED } from "#app/features/surveys/instruments/answer-value.ts";
import { findQuestion, type QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { benchmarksFor } from "#app/features/surveys/results/benchmarks.ts";
import { crossTable } from "#app/features/surveys/results/cross-table.ts";
import { distributionOf, nonResponse } from "#app/features/surveys/results/distribution.ts";
import { indicatorsOf } from "#app/features/surveys/results/indicators.ts";
import { numbersResult } from "#app/features/surveys/results/numbers.ts";
import { panelWeights } from "#app/features/surveys/results/panel-weights.ts";
import { resultWords } from "#app/features/surveys/results/result-words.ts";
import { sampleOf } from "#app/features/surveys/results/sample.ts";
import { variablesOf } from "#app/features/surveys/results/variable.ts";

const standard = standardInstrument();
const words = resultWords(standard, "en", codeWordsIn("en"));
const variables = variablesOf(standard);
const variable = (name: string) => variables.find((one) => one.name === name)!;
const ROWS = variables.filter(({ question }) => question.name === "q13").map(({ row }) => row!);

/** Somebody who takes part, and to whom only the named things happened. */
const answering = (happened: readonly string[], more: Answers = {}): Answers => ({
  q1: "yes",
  q2: "c2_aggregate",
  q3: "yes",
  q13: Object.fromEntries(ROWS.map((row) => [row, happened.includes(row) ? "once" : "no"])),
  ...more,
});
const times = <Item>(count: number, of: (at: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => of(at));
const indicator = (all: readonly Answers[], name: string, of: string | null = null) =>
  indicatorsOf(sampleOf(standard, all)).find((one) => one.name === name && one.of === of)!;

describe("published figures, replayed as answers", () => {
  const studies = seedSurveyBenchmarks().filter(
    ({ code, unit, value, sample_size }) =>
      unit === "percent" && sample_size !== null && !value.startsWith(">") && ROWS.includes(code),
  );
  test("are many enough to say something", () => {
    expect(studies.length).toBeGreaterThan(12);
  });
  test.each(studies.map((one) => [`${one.study} (${one.year}): ${one.measure}`, one] as const))(
    "come out again: %s",
    (_, { code, value, sample_size }) => {
      const n = sample_size!;
      const part = Math.round((Number(value) * n) / 100);
      const all = times(n, (at) => answering(at < part ? [code] : []));
      const { share, count, n: base } = indicator(all, "happened", code);
      expect([count, base]).toEqual([part, n]);
      // No sample of n can say it more closely than half a respondent.
      expect(Math.abs(share!.value * 100 - Number(value))).toBeLessThanOrEqual(50 / n + 1e-9);
    },
  );
  test("stand beside the indicator that asks for the same thing, the latest first", () => {
    const all = seedSurveyBenchmarks();
    const closed = benchmarksFor({ name: "happened", of: "account_closed" }, all);
    expect(closed.map(({ year }) => year)).toEqual(closed.map(({ year }) => year).toSorted((a, b) => b - a));
    expect(closed.every(({ code }) => code === "account_closed")).toBe(true);
    expect(benchmarksFor({ name: "any_problem", of: null }, all).length).toBeGreaterThan(3);
    expect(benchmarksFor({ name: "solved", of: "appeal" }, all)).toEqual([]);
  });
});

describe("a distribution", () => {
  test("tells who was asked, who declined and who left it empty; shares are of those who answered", () => {
    const all = [
      ...times(12, () => answering([], { q15: "worse" })),
      ...times(6, () => answering([], { q15: "same" })),
      ...times(2, () => answering([], { q15: DECLINED })),
      ...times(3, () => answering([])),
      // Ends at the third question, so that nobody asked for more.
      ...times(4, (): Answers => ({ q1: "yes", q2: "c2_aggregate", q3: "no", q15: "worse" })),
    ];
    const { bases, codes } = distributionOf(variable("q15"), sampleOf(standard, all));
    expect(bases).toEqual({ asked: 23, answered: 18, declined: 2, empty: 3 });
    expect(nonResponse(bases)).toBeCloseTo(5 / 23, 12);
    const worse = codes.find(({ code }) => code === "worse")!;
    expect(worse.count).toBe(12);
    expect(worse.share!.value).toBeCloseTo(12 / 18, 12);
  });
  test("gives no percentage of fewer than ten", () => {
    const all = times(9, () => answering([], { q15: "worse" }));
    const { codes } = distributionOf(variable("q15"), sampleOf(standard, all));
    expect(codes.map(({ share }) => share)).toEqual(codes.map(() => null));
    expect(nonResponse({ asked: 0, answered: 0, declined: 0, empty: 0 })).toBeNull();
  });
  test("of a row is of those to whom the row was shown", () => {
    const tried = answering(["account_closed"], { q32: ["complaint"], q33: { complaint: "solved" } });
    const { bases } = distributionOf(variable("q33.complaint"), sampleOf(standard, [tried, answering([])]));
    expect(bases).toEqual({ asked: 1, answered: 1, declined: 0, empty: 0 });
  });
  test("of nothing that is kept apart", () => {
    expect(variables.map(({ name }) => name)).not.toContain("q39");
  });
});

describe("a cross-table", () => {
  const said = fc.record({
    q7: fc.constantFrom("0", "1_5", "6_20"),
    q15: fc.constantFrom("worse", "same"),
    q27: fc.subarray(["travel", "publishing"], { minLength: 1 }),
  });
  test("counts as one would by hand", () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 40 }), (given) => {
        const sample = sampleOf(
          standard,
          given.map((one) => answering([], one)),
        );
        const table = crossTable([variable("q7"), variable("q27"), variable("q15")], sample);
        expect(table.n).toBe(given.length);
        for (const { codes, n, cells } of table.rows) {
          const own = given.filter((one) => one.q7 === codes[0] && one.q27.includes(codes[1]!));
          expect(n).toBe(own.length);
          for (const cell of cells) {
            const count = own.filter(({ q15 }) => q15 === cell.codes[2]).length;
            expect(cell.count).toBe(count);
            expect(cell.share?.value).toBe(own.length < 10 ? undefined : count / own.length);
          }
        }
      }),
    );
  });
  test("is of two or three questions", () => {
    expect(() => crossTable([variable("q7")], sampleOf(standard, []))).toThrow(RangeError);
  });
});

describe("indicators", () => {
  test("any problem is about money: a donor that left is none", () => {
    const all = [...times(10, () => answering(["card_cancelled"])), ...times(10, () => answering(["mobility"]))];
    expect(indicator(all, "any_problem")).toMatchObject({ n: 20, count: 10 });
  });
  test("whoever is not asked for consequences has none", () => {
    const hit = answering(["account_closed"], { q29: ["staff_unpaid"] });
    const all = [...times(4, () => hit), ...times(16, () => answering([], { q27: ["none"] }))];
    expect(indicator(all, "staff_unpaid")).toMatchObject({ n: 20, count: 4 });
  });
  test("a region that may or may not be the United States is in no base", () => {
    const based = (regions: string[], countries: string[]) =>
      answering(["account_closed"], { q16: ["commercial_bank"], q17: { regions, countries } });
    const all = [
      based(["africa"], []),
      based(["western_europe_and_others"], ["US"]),
      based(["western_europe_and_others"], ["US", "NL"]),
      based(["western_europe_and_others"], []),
    ];
    expect(indicator(all, "outside_us")).toMatchObject({ n: 3, count: 2, share: null });
  });
  test("the middle delay leaves out what still goes on", () => {
    const late = (q22: string) => answering(["transfer_delayed"], { q22 });
    const all = [
      ...times(4, () => late("lt_1w")),
      ...times(7, () => late("1m_3m")),
      ...times(20, () => late("ongoing")),
    ];
    expect(indicator(all, "delay_band")).toMatchObject({ n: 11, bands: ["1m_3m"] });
    expect(indicator(all.slice(0, 9), "delay_band").bands).toEqual([]);
  });
  test("what helped is told of each thing that was tried", () => {
    const tried = (result: string) => answering(["account_closed"], { q32: ["complaint"], q33: { complaint: result } });
    const all = [...times(3, () => tried("solved")), ...times(9, () => tried("waiting")), answering([])];
    expect(indicator(all, "solved", "complaint")).toMatchObject({ n: 12, count: 3 });
  });
  test("an instrument that does not ask has none", () => {
    const short = { ...standard, pages: standard.pages.slice(0, 2) };
    expect(indicatorsOf(sampleOf(short, []))).toEqual([]);
  });
});

describe("weights", () => {
  const based = (region: string, q7: string, q15: string) =>
    answering([], { q5: { regions: [region], countries: [] }, q7, q15 });
  const all = [...times(5, () => based("africa", "1_5", "worse")), ...times(15, () => based("africa", "6_20", "same"))];
  const panel = [
    { region: "africa", size: "1_5", asked: 60 },
    { region: "africa", size: "6_20", asked: 40 },
  ];
  test("switched on, shares are the panel's; counts stay what they are, and the interval is wider", () => {
    const plain = distributionOf(variable("q15"), sampleOf(standard, all));
    const weighted = distributionOf(variable("q15"), sampleOf(standard, all, panelWeights(all, panel)));
    const worse = ({ codes }: typeof plain) => codes.find(({ code }) => code === "worse")!;
    expect([worse(plain).share!.value, worse(plain).count]).toEqual([0.25, 5]);
    expect(worse(weighted).share!.value).toBeCloseTo(0.6, 12);
    expect(worse(weighted).count).toBe(5);
    expect(weighted.effectiveSize).toBeCloseTo(20 / ((28.8 + 64 / 15) / 20), 9);
  });
});

describe("numbers", () => {
  test("are told by quartiles that somebody gave, and by nothing under ten", () => {
    const paid = (q30_people: number) => answering(["account_closed"], { q29: ["staff_unpaid"], q30_people });
    const told = (all: readonly Answers[]) => {
      const question = findQuestion(standard, "q30_people") as QuestionOf<"number">;
      return numbersResult(question, sampleOf(standard, all), words).rows[0]!;
    };
    expect(told(times(12, (at) => paid(at + 1)))).toMatchObject({ asked: 12, answered: 12, quartiles: [3, 6, 9] });
    expect(told(times(9, paid)).quartiles).toBeNull();
  });
});
