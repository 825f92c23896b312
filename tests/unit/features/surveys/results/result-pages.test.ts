import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seedSurveyBenchmarks } from "#app/features/registers/seed-registers.server.ts";
import { type Answers, DECLINED } from "#app/features/surveys/instruments/answer-value.ts";
import { questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { changeBetween, marked } from "#app/features/surveys/results/change.ts";
import { crossChoices, crossNames, crossResult } from "#app/features/surveys/results/cross-results.ts";
import { gapRows } from "#app/features/surveys/results/gap-rows.ts";
import { indicatorResults } from "#app/features/surveys/results/indicator-results.ts";
import { type Opened, openedAnswer } from "#app/features/surveys/results/opened-answers.ts";
import { openedText, readOpenedText } from "#app/features/surveys/results/opened-text.server.ts";
import { overviewOf } from "#app/features/surveys/results/overview.ts";
import type { QuestionResult } from "#app/features/surveys/results/question-result.ts";
import { pageResults, pagesWithResults } from "#app/features/surveys/results/question-results.ts";
import { choiceQuery, chosenSample, readChoice } from "#app/features/surveys/results/result-choice.ts";
import { resultWords } from "#app/features/surveys/results/result-words.ts";
import { sampleOf } from "#app/features/surveys/results/sample.ts";
import { type PanelMakeup, SIZES } from "#app/features/surveys/waves/panel-makeup.ts";
import { answersOf } from "../../../../support/standard-answers.ts";
import { instrument, option, page, quarter, quarterByRow } from "../sample-instruments.ts";

const standard = standardInstrument();
const DIGEST = "0".repeat(64);
const words = resultWords(standard, "en", codeWordsIn("en"));
const times = <Item>(count: number, of: (at: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => of(at));
const kept = (answers: Answers) => ({ instrument: standard.name, version: standard.version, answers });
const opened = (answers: readonly Answers[], way: Opened["way"] = "panel", marks: readonly (string | null)[] = []) =>
  answers.map((one, at) => {
    const sealedAway = { way, instrument: DIGEST, answers: kept(one), panelMark: marks[at] ?? null };
    return openedAnswer(standard, DIGEST, sealedAway)!;
  });
const shuffledCopy = <Item>(all: readonly Item[]) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
const LOOKED = { isWeighted: false, isPublic: false };

describe("answers as they are opened", () => {
  test.each([0, 1, 30])("come back from their one text as they were, where there are %i", async (count) => {
    const all = opened(times(count, (at) => answersOf(standard, at)));
    expect(await readOpenedText(await openedText(all))).toEqual(all);
  });
  test("leave behind what somebody wrote in their own words", async () => {
    const [one] = opened([{ ...answersOf(standard, 1), q38: "The bank in Sample Street" }]);
    expect(await openedText([one!])).not.toContain("Sample Street");
    expect(gapRows(sampleOf(standard, [one!.answers]), words).find(({ name }) => name === "q38")).toMatchObject({
      answered: 1,
    });
  });
  test("of another questionnaire, or of no form that a page sends, are not read", () => {
    const strange = [kept({ q1: "yes" }), "no answers", { q1: { much: [] } }, kept({ q1: "yes" })];
    const digests = [DIGEST, DIGEST, DIGEST, "1".repeat(64)];
    const all = strange.map((answers, at) => ({ way: "panel" as const, instrument: digests[at]!, answers }));
    const read = all.map((one) => openedAnswer(standard, DIGEST, one));
    expect(read).toEqual([expect.objectContaining({ answers: { q1: "yes" } }), null, null, null]);
  });
});

describe("what is looked at", () => {
  const agreed = (at: number): Answers => ({
    ...answersOf(standard, at),
    q2: "c2_aggregate",
    q5: placed("africa"),
    q7: "1_5",
  });
  const placed = (region: string) => ({ regions: [region], countries: [] });
  const makeup: PanelMakeup = {
    asked: 60,
    strata: [
      { region: "africa", size: "1_5", asked: 30 },
      { region: "asia_pacific", size: "1_5", asked: 30 },
    ],
  };

  test("leaves out those who did not agree to appear in published totals, where that is wanted", () => {
    const all = opened([...times(4, agreed), { ...agreed(9), q2: "c1_internal" }]);
    expect(chosenSample(standard, all, null, LOOKED)).toMatchObject({ of: { length: 5 }, internal: 1 });
    expect(chosenSample(standard, all, null, { ...LOOKED, isPublic: true })).toMatchObject({ of: { length: 4 } });
  });
  test("is weighted to the panel without what came by the open link", () => {
    const invited = [...times(12, agreed), ...times(4, (at) => ({ ...agreed(at), q5: placed("asia_pacific") }))];
    const all = [...opened(invited), ...opened(times(3, agreed), "link")];
    const { of, weights, sample } = chosenSample(standard, all, makeup, { ...LOOKED, isWeighted: true });
    expect(of).toHaveLength(16);
    expect(weights).toMatchObject({ kind: "on", byLink: 3, unknown: 0, silent: [] });
    const sum = (from: number, to: number) =>
      sample.respondents.slice(from, to).reduce((whole, { weight }) => whole + weight, 0);
    expect(sum(0, 12)).toBeCloseTo(8, 10);
    expect(sum(12, 16)).toBeCloseTo(8, 10);
  });
  test.each([
    ["no-panel", null, 20],
    ["no-strata", { asked: 20, strata: [{ region: "not_said", size: "not_said", asked: 20 }] }, 20],
    ["too-few", makeup, 9],
  ] as const)("says why it cannot be weighted: %s", (why, panel, count) => {
    const { weights, of } = chosenSample(standard, opened(times(count, agreed)), panel, {
      ...LOOKED,
      isWeighted: true,
    });
    expect(weights).toEqual({ kind: "none", why });
    expect(of).toHaveLength(count);
  });
  test("stands in the address without a word of any answer", () => {
    for (const isWeighted of [true, false])
      for (const isPublic of [true, false]) {
        const query = choiceQuery({ isWeighted, isPublic }, { first: "q7" });
        expect(readChoice(new URLSearchParams(query))).toEqual({ isWeighted, isPublic });
        expect(query).toMatch(/^\?first=q7(&weighted=yes)?(&public=yes)?$/);
      }
  });
});

describe("a page of the questionnaire", () => {
  const sample = sampleOf(
    standard,
    times(40, (at) => answersOf(standard, at)),
  );
  const results = pagesWithResults(standard).flatMap(({ name }) => pageResults(sample, name, words));

  test("tells every question that is not kept apart, each with its base and in words", () => {
    const asked = questionsOf(standard).filter((one) => one.kind !== "statement" && !("apart" in one && one.apart));
    expect(results.map(({ name }) => name)).toEqual(asked.map(({ name }) => name));
    for (const { bases } of results) expect(bases.answered + bases.declined + bases.empty).toBe(bases.asked);
    const labels = results.flatMap((one) => (one.kind === "codes" ? one.figures.map(({ label }) => label) : []));
    expect(labels.filter((label) => /^[a-z0-9]+(_[a-z0-9]+)+$/.test(label))).toEqual([]);
  });
  const only = <K extends QuestionResult["kind"]>(name: string, kind: K) =>
    results.find((one): one is Extract<QuestionResult, { kind: K }> => one.name === name && one.kind === kind)!;
  test("draws a matrix row by row, whose cells are all of their row", () => {
    const { rows, columns } = only("q13", "rows");
    for (const { n, cells } of rows) {
      expect(cells).toHaveLength(columns.length);
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(n);
    }
  });
  test("counts a ranking place by place", () => {
    const { figures, places } = only("q37", "ranking");
    for (const { count, byPlace } of figures) expect(byPlace.reduce((sum, one) => sum + one, 0)).toBe(count);
    expect(figures.flatMap(({ byPlace }) => byPlace).reduce((sum, one) => sum + one, 0)).toBe(places * 40);
  });
  test("gives numbers as quartiles, their rows in the order of the questionnaire", () => {
    const { rows } = only("q14_times", "numbers");
    const order = only("q13", "rows").rows.map(({ label }) => label);
    const places = rows.map(({ label }) => order.indexOf(label!));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    for (const { quartiles } of rows.filter(({ answered }) => answered >= 10))
      expect(quartiles).toEqual(quartiles!.toSorted((one, other) => one - other));
  });
  test("counts quarters as they were named, by row, in the order of time", () => {
    const one = instrument([page("when", [quarter("q1"), quarterByRow("q2", { rows: [option("a"), option("b")] })])]);
    const said = [
      { q1: "2026-Q1", q2: { b: "2025-Q4" } },
      { q1: "2025-Q4", q2: { b: "2025-Q4", a: "2026-Q2" } },
      { q1: "2026-Q1" },
    ];
    const [whole, byRow] = pageResults(sampleOf(one, said), "when", resultWords(one, "en", codeWordsIn("en")));
    const told = (result: typeof whole) =>
      result?.kind === "rows" && [
        result.columns.map(({ code }) => code),
        result.rows.map(({ label, n, cells }) => [label, n, cells.map(({ count }) => count)]),
      ];
    expect(told(whole)).toEqual([["2025-Q4", "2026-Q1"], [["Question q1", 3, [1, 2]]]]);
    expect(told(byRow)).toEqual([
      ["2025-Q4", "2026-Q2"],
      [
        ["Option a", 1, [0, 1]],
        ["Option b", 2, [2, 0]],
      ],
    ]);
  });
  test("gives no percentage of fewer than ten, whatever was answered", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 9 }), (seeds) => {
        const few = sampleOf(
          standard,
          seeds.map((seed) => answersOf(standard, seed)),
        );
        const all = pagesWithResults(standard).flatMap(({ name }) => pageResults(few, name, words));
        expect(JSON.stringify(all)).not.toMatch(/"share":\{/);
        expect(JSON.stringify(indicatorResults(few, words, []))).not.toMatch(/"share":\{/);
        expect(gapRows(few, words).every(({ gap }) => gap === null)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
  test("says what was passed over", () => {
    const all = [...times(12, (at) => answersOf(standard, at)), { ...answersOf(standard, 3), q15: DECLINED }];
    const row = gapRows(sampleOf(standard, all), words).find(({ name }) => name === "q15");
    expect(row).toMatchObject({ asked: 13, answered: 12, declined: 1, empty: 0 });
    expect(row!.gap).toBeCloseTo(1 / 13, 12);
  });
});

describe("questions together", () => {
  const sample = sampleOf(
    standard,
    times(40, (at) => answersOf(standard, at)),
  );
  test("are named by the questionnaire: what else an address says is passed over", () => {
    expect(crossNames(sample, ["q7", "q7", "q39_channel", "<b>", null, "q13.account_closed"])).toEqual([
      "q7",
      "q13.account_closed",
    ]);
    const choices = crossChoices(sample, words).map(({ value }) => value);
    expect(choices).toContain("q37");
    expect(choices.some((name) => name.startsWith("q39") || name === "q38")).toBe(false);
  });
  test("leave out combinations that nobody gave, and tell how many", () => {
    const result = crossResult(sample, ["q7", "q15"], words);
    expect(result).toMatchObject({ kind: "table", n: 40, isWhole: true });
    if (result.kind !== "table") return;
    expect(result.rows.every(({ n }) => n > 0)).toBe(true);
    expect(result.rows.length + result.emptyRows).toBe(SIZES.length);
  });
  test("of too many cells are not drawn", () => {
    const many = sampleOf(
      standard,
      times(400, (at) => answersOf(standard, at * 7)),
    );
    expect(crossResult(many, ["q16", "q18", "q21"], words).kind).toBe("too-large");
  });
});

describe("an overview", () => {
  const answers = opened(
    times(12, (at) => ({ ...answersOf(standard, at), q5: { regions: ["africa"], countries: [] } })),
  );
  const counts = { superseded: 0, broken: 0, unreadable: 0 };
  test("tells the rate of those who were given a code, and none of the open link", () => {
    const makeup = { asked: 24, strata: [{ region: "africa", size: "1_5", asked: 24 }] };
    const all = [...answers, ...opened([answersOf(standard, 1)], "link")];
    const overview = overviewOf({ answers: all, counts, makeup, instrument: standard }, words);
    expect(overview).toMatchObject({ answers: 13, byCode: 12, byLink: 1, rate: 0.5 });
    expect(overview.sides[0]!.rows).toEqual([
      expect.objectContaining({ code: "africa", asked: 24, answered: 12, rate: 0.5, ofPanel: 1, ofAnswers: 1 }),
    ]);
  });
  test("compares nothing where nobody knows who was asked", () => {
    const makeup = { asked: 24, strata: [{ region: "not_said", size: "not_said", asked: 24 }] };
    expect(overviewOf({ answers, counts, makeup, instrument: standard }, words).sides).toEqual([]);
    expect(overviewOf({ answers, counts, makeup: null, instrument: standard }, words)).toMatchObject({
      rate: null,
      asked: null,
    });
  });
  test("gives no rate where more have answered than were asked, for then they do not say the same of themselves", () => {
    const makeup = {
      asked: 20,
      strata: [
        { region: "africa", size: "1_5", asked: 10 },
        { region: "asia_pacific", size: "1_5", asked: 10 },
      ],
    };
    const [africa] = overviewOf({ answers, counts, makeup, instrument: standard }, words).sides[0]!.rows;
    expect(africa).toMatchObject({ asked: 10, answered: 12, rate: null });
  });
});

describe("a change since an earlier survey", () => {
  const stopped = (yes: boolean, at: number): Answers => ({
    ...answersOf(standard, at),
    q27: [yes ? "court_contact" : "travel"],
  });
  const sampleAnd = (says: readonly boolean[], marks: readonly (string | null)[] = []) => {
    const all = opened(
      says.map((yes, at) => stopped(yes, at)),
      "panel",
      marks,
    );
    return marked(chosenSample(standard, all, null, LOOKED), all);
  };
  const changed = (now: ReturnType<typeof sampleAnd>, before: ReturnType<typeof sampleAnd>) => {
    const change = changeBetween(now, before);
    return { ...change, stopped: change.indicators.find(({ name }) => name === "court_contact_stopped")! };
  };
  test("is told of all with Newcombe's interval, and with none of fewer than ten", () => {
    // Newcombe (1998), table II, 56/70 and 48/80: method 10 gives 0.0524 to 0.3339.
    const { stopped: one } = changed(sampleAnd(times(70, (at) => at < 56)), sampleAnd(times(80, (at) => at < 48)));
    expect(one.difference!.value).toBeCloseTo(0.2, 10);
    expect(one.difference!.lower).toBeCloseTo(0.0524, 4);
    expect(one.difference!.upper).toBeCloseTo(0.3339, 4);
    expect(changed(sampleAnd(times(9, () => true)), sampleAnd(times(80, () => true))).stopped.difference).toBeNull();
  });
  test("is told of those who gave the same word, counted as pairs", () => {
    const marks = times(24, (at) => `word-${at}`);
    const now = sampleAnd(
      times(24, (at) => at < 12),
      marks,
    );
    const before = sampleAnd(
      times(24, (at) => at < 8),
      marks,
    );
    const { matched, stopped: one } = changed(now, before);
    expect(matched).toBe(24);
    expect(one.matched).toMatchObject({ n: 24, both: 8, onlyNow: 4, onlyBefore: 0, neither: 12 });
    expect(one.matched.difference!.value).toBeCloseTo(4 / 24, 12);
  });
  test("matches nobody without a word, and none of several who chose the same one", () => {
    const now = sampleAnd(
      times(12, () => true),
      ["a", "a", "b", ...times(9, () => null)],
    );
    const before = sampleAnd(
      times(12, () => true),
      ["a", "b", "c", ...times(9, () => null)],
    );
    expect(changed(now, before)).toMatchObject({
      matched: 1,
      ambiguous: 1,
      stopped: { matched: { n: 1, difference: null } },
    });
  });
  test("matches none of several with the same words, also where only one of them is looked at", () => {
    const level = (q2: string) => (at: number) => ({ ...stopped(true, at), q2 });
    const all = opened([...times(1, level("c1_internal")), ...times(2, level("c2_aggregate"))], "panel", [
      "a",
      "a",
      "b",
    ]);
    const now = marked(chosenSample(standard, all, null, { ...LOOKED, isPublic: true }), all);
    expect(now.sample.respondents).toHaveLength(2);
    const before = sampleAnd(
      times(2, () => true),
      ["a", "b"],
    );
    for (const change of [changed(now, before), changed(before, now)])
      expect(change).toMatchObject({ matched: 1, ambiguous: 1, stopped: { matched: { n: 1 } } });
  });
  test("counts words once that stand in several answers of both surveys", () => {
    const both = sampleAnd(
      times(4, () => true),
      ["a", "a", "b", "c"],
    );
    expect(changed(both, both)).toMatchObject({ matched: 2, ambiguous: 1 });
  });
  test("is the same in whatever order answers were opened", () => {
    const answers = fc.array(fc.tuple(fc.boolean(), fc.constantFrom("a", "b", "c", "d", "e", null)), { maxLength: 12 });
    const survey = answers.chain((all) => fc.tuple(fc.constant(all), shuffledCopy(all)));
    const sample = (all: readonly (readonly [boolean, string | null])[]) =>
      sampleAnd(
        all.map(([says]) => says),
        all.map(([, mark]) => mark),
      );
    fc.assert(
      fc.property(survey, survey, ([now, nowOtherwise], [before, beforeOtherwise]) => {
        const { matched, ambiguous, stopped: one } = changed(sample(now), sample(before));
        const other = changed(sample(nowOtherwise), sample(beforeOtherwise));
        expect([other.matched, other.ambiguous, other.stopped.matched]).toEqual([matched, ambiguous, one.matched]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("indicators", () => {
  test("stand in words beside published figures, whose share is null where only a bound was published", () => {
    const sample = sampleOf(
      standard,
      times(20, (at) => answersOf(standard, at)),
    );
    const all = indicatorResults(sample, words, seedSurveyBenchmarks());
    const figures = all.flatMap(({ benchmarks }) => benchmarks);
    expect(figures.length).toBeGreaterThan(20);
    for (const { value, share } of figures) expect(share === null).toBe(value.startsWith(">"));
    expect(all.find(({ name, of }) => name === "happened" && of === "account_closed")!.label).toBe("Account closed");
  });
});
