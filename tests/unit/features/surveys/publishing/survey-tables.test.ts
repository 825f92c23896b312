import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRelease } from "#app/features/disclosure/input/release-request.ts";
import { inventedAnswers } from "#app/features/surveys/demo/invented-answers.ts";
import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { printedPercent, protectedQuestions } from "#app/features/surveys/publishing/protected-survey.ts";
import { protectSubjects } from "#app/features/surveys/publishing/survey-release.server.ts";
import { surveyRecords, surveySpecification } from "#app/features/surveys/publishing/survey-specification.ts";
import { FINANCIAL, OTHER, OUTSIDE } from "#app/features/surveys/publishing/survey-subject.ts";
import { subjectsOf } from "#app/features/surveys/publishing/survey-subjects.ts";
import { STANDARD_QUESTIONS } from "#app/features/surveys/publishing/survey-wish.ts";
import { surveyWords } from "#app/features/surveys/publishing/survey-words.server.ts";
import { withheldWords } from "#app/features/surveys/publishing/withheld-words.ts";
import { indicatorsOf } from "#app/features/surveys/results/indicators.ts";
import { sampleOf } from "#app/features/surveys/results/sample.ts";
import { mayBeCounted } from "#app/features/surveys/results/survey-consent.ts";
import { LOCALES } from "#app/i18n/locales.ts";

const instrument = standardInstrument();
const subjects = subjectsOf(instrument);
const words = surveyWords(instrument);
const standard = subjects.filter(({ id }) => STANDARD_QUESTIONS.includes(id));
const invented = (count: number): Answers[] =>
  Array.from({ length: count }, (_, seed) => inventedAnswers(instrument, seed));

const requestFor = (answers: readonly Answers[]) => {
  const microdata = surveyRecords(sampleOf(instrument, answers).respondents, subjects);
  const tables = subjects.flatMap((subject) => subject.tables.map(({ id }) => id));
  const labelsOf = () => ({ en: "", fr: "", es: "", ar: "" });
  const specification = surveySpecification(subjects, { release: "asp25-survey", seed: "a seed", tables, labelsOf });
  return readRelease({ specification, microdata, date: "2026-11-23" });
};
const protect = (answers: readonly Answers[]) =>
  protectSubjects(sampleOf(instrument, answers).respondents, standard, { release: "asp25-survey", words });

describe("what a survey can print", () => {
  test("is every coded question in one way only, and none that is kept apart", () => {
    const ids = subjects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain("q39");
    expect(ids).not.toContain("q2");
    expect(ids).toEqual(expect.arrayContaining([...STANDARD_QUESTIONS]));
    const dimensions = subjects.flatMap((subject) => subject.dimensions.map(({ name }) => name));
    expect(new Set(dimensions).size).toBe(dimensions.length);
  });
  test("is understood by the disclosure room, whatever was answered", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 }), (seeds) => {
        const answers = seeds.map((seed) => inventedAnswers(instrument, seed));
        expect(requestFor([...answers, {}])).toMatchObject({ ok: true });
      }),
      { numRuns: 25 },
    );
  });
  test("has words for each of its codes in every language", () => {
    for (const subject of subjects)
      for (const code of subject.dimensions.flatMap(({ sums }) => sums.flatMap(([sum, parts]) => [sum, ...parts])))
        for (const locale of LOCALES) expect(words.labelOf(subject, code)[locale]).not.toMatch(/^$|survey-tables|^_/);
  });
  test("counts as the indicators of the results do", () => {
    const { respondents, ...rest } = sampleOf(instrument, invented(80));
    const indicators = indicatorsOf({ respondents, ...rest });
    const counted = (dimension: string, code: string) => {
      const { codesOf } = standard.flatMap((one) => one.dimensions).find(({ name }) => name === dimension)!;
      return respondents.filter((one) => codesOf(one).includes(code)).length;
    };
    const count = (name: string, of: string | null = null) =>
      indicators.find((one) => one.name === name && one.of === of)?.count;
    expect(counted("q13", "transfer_delayed")).toBe(count("happened", "transfer_delayed"));
    expect(counted("q19", "never")).toBe(count("never_in_writing"));
    expect(counted("q17", OUTSIDE)).toBe(count("outside_us"));
    expect(counted("q15", "worse") + counted("q15", "much_worse")).toBe(count("access_worse"));
    expect(counted("q27", "court_contact")).toBe(count("court_contact_stopped"));
    expect(counted("q29", "staff_unpaid")).toBe(count("staff_unpaid"));
  });
});

describe("a protected survey", () => {
  test("prints no small figure, no true count of a mark, and shares only of what is printed", async () => {
    const answers = invented(90);
    const { outcome } = await protect(answers);
    const questions = protectedQuestions(outcome, standard, words);
    expect(questions.map(({ id }) => id)).toEqual(expect.arrayContaining(["q13", "q15", "q27"]));
    const cells = questions.flatMap(({ lines }) => lines.flatMap(({ base, counts }) => [base, ...counts]));
    const printed = cells.filter((value) => value !== null);
    expect(printed.length).toBeGreaterThan(40);
    expect(printed.filter((value) => value > 0 && value < 5)).toEqual([]);
    expect(cells.length).toBeGreaterThan(printed.length);
    const incidents = questions.find(({ id }) => id === "q13")!;
    const lineOf = (code: string) => incidents.lines.find((line) => line.code === code)!;
    expect([FINANCIAL, OTHER].map((code) => lineOf(code).level)).toEqual(["group", "group"]);
    expect(lineOf("transfer_delayed").benchmarks.length).toBeGreaterThan(0);
    const truth = sampleOf(instrument, answers).respondents.filter(
      ({ answers: said }) => (said.q13 as Record<string, string>)?.transfer_delayed !== "no",
    ).length;
    expect([truth, null]).toContain(lineOf("transfer_delayed").counts[0]);
    const places = outcome.guardian.audit!.intervals.map(({ place }) => place);
    const said = withheldWords(outcome.guardian, standard, words);
    expect(places.length).toBeGreaterThan(5);
    expect(Object.keys(said)).toEqual(expect.arrayContaining(places));
    for (const { question, figure } of Object.values(said))
      for (const locale of LOCALES) expect(`${question[locale]}|${figure[locale]}`).toMatch(/^[^_=]{5,}\|[^_=]+$/);
  }, 240_000);
  test("of a handful of organisations prints nothing", async () => {
    const { outcome } = await protect(invented(6));
    expect(outcome.kind).toBe("held");
    expect(protectedQuestions(outcome, standard, words)).toEqual([]);
  });
});

describe("a printed share", () => {
  test("is of printed figures, whole under two hundred, and none under ten", () => {
    expect(printedPercent(10, 30)).toBe(33);
    expect(printedPercent(100, 300)).toBe(33.3);
    expect(printedPercent(5, 9)).toBeNull();
    expect(printedPercent(null, 30)).toBeNull();
    expect(printedPercent(10, null)).toBeNull();
  });
});

describe("consent to totals", () => {
  test.each([
    ["c1_internal", false],
    ["c2_aggregate", true],
    ["c3_anonymised_narrative", true],
    ["yes", false],
  ])("%s: %s", (q2, is) => {
    expect(mayBeCounted({ q2 })).toBe(is);
  });
  test("where it was not asked there is none", () => {
    expect(mayBeCounted({})).toBe(false);
  });
});
