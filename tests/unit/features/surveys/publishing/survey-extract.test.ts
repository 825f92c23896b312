import { describe, expect, test } from "vitest";
import { extractInWorker } from "#app/features/disclosure/extract/extract-in-worker.server.ts";
import { readExtractSpec } from "#app/features/disclosure/extract/extract-spec.ts";
import { inventedAnswers, inventedStanding } from "#app/features/surveys/demo/invented-answers.ts";
import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import {
  type ExtractChoice,
  extractColumns,
  extractRecords,
  extractSpecification,
} from "#app/features/surveys/publishing/survey-extract.ts";
import { surveyWords } from "#app/features/surveys/publishing/survey-words.server.ts";
import { sampleOf } from "#app/features/surveys/results/sample.ts";
import { LOCALES } from "#app/i18n/locales.ts";

const instrument = standardInstrument();
const words = surveyWords(instrument);
const invented = (count: number): Answers[] =>
  Array.from({ length: count }, (_, seed) => ({
    ...inventedAnswers(instrument, seed),
    ...inventedStanding(instrument, seed),
  }));

const extractOf = async (answers: readonly Answers[], choice: ExtractChoice) => {
  const specification = extractSpecification(instrument, choice, {
    ...{ release: "asp25-survey-rows", seed: "a seed" },
    labelsOf: (subject, code) => words.labelOf(subject, code) as Record<string, string>,
  });
  const extract = readExtractSpec(specification, "EXTRACT.json");
  if (!extract.ok) throw new Error(JSON.stringify(extract.errors));
  const records = extractRecords(sampleOf(instrument, answers).respondents, instrument, choice);
  return extractInWorker({ extract: extract.value, records, earlier: [], date: "2026-11-23" });
};

describe("rows of a survey for researchers", () => {
  test("tell who somebody is only by columns that are kept alike", () => {
    const { who, said } = extractColumns(instrument);
    const ids = (columns: typeof who) => columns.map(({ subject }) => subject.id);
    expect(ids(who)).toEqual(["q5", "q7", "q8", "q9", "q10", "q11", "q12"]);
    expect(ids(said)).toEqual(expect.arrayContaining(["q13", "q15", "q27"]));
    for (const never of ["q2", "q3", "q4", "q6", "q38", "q39"])
      expect([...ids(who), ...ids(said)]).not.toContain(never);
  });
  test("every column can be asked for, and has words in every language", async () => {
    const { who, said } = extractColumns(instrument);
    for (const column of [...who, ...said])
      for (const [sum, parts] of column.dimension.sums)
        for (const code of [sum, ...parts])
          for (const locale of LOCALES) expect(words.labelOf(column.subject, code)[locale]).toBeTruthy();
  });
  test("are alike in groups of five at least, made coarser by neighbours, and the same however answers come", async () => {
    const choice = { who: ["q7"], said: ["q15"] };
    const answers = invented(60);
    const outcome = await extractOf(answers, choice);
    if (outcome.kind === "refused") throw new Error(outcome.reason);
    const file = outcome.files.get("extract.csv")!;
    const rows = file.split("\r\n").slice(1, -1);
    const sizes = rows.map((row) => row.split(",")[0]);
    for (const size of new Set(sizes)) expect(sizes.filter((one) => one === size).length).toBeGreaterThanOrEqual(5);
    expect(rows.length).toBeGreaterThan(50);
    const again = await extractOf(answers.toReversed(), choice);
    expect(again.kind === "extracted" && again.files.get("extract.csv")).toBe(file);
  }, 60_000);
  test("are refused with the combinations that fail", async () => {
    const alike = invented(40).map((answers) => ({ ...answers, q15: "worse" }));
    const outcome = await extractOf(alike, { who: ["q5"], said: ["q15"] });
    if (outcome.kind !== "refused") throw new Error(outcome.kind);
    expect(outcome.reason).toBe("not-anonymous");
    expect(outcome.guardian.failing.flatMap(({ faults }) => faults)).toContain("one-value");
  }, 60_000);
  test("of somebody in several places say so, and not which", () => {
    const [answers] = invented(1);
    const several = { ...answers, q5: { regions: ["africa", "asia_pacific"], countries: [] } };
    const [record] = extractRecords(sampleOf(instrument, [several]).respondents, instrument, { who: ["q5"], said: [] });
    expect(record?.codes).toEqual({ q5: ["_several"] });
  });
});
