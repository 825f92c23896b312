import { describe, expect, test } from "vitest";
import { ASKS } from "#app/features/briefings/asks.ts";
import { subjectOf } from "#app/features/briefings/figures/dimensions.ts";
import { figureTables } from "#app/features/briefings/figures/figure-tables.ts";
import { subjectsOfQuestion } from "#app/features/briefings/figures/survey-sections.ts";
import { questionsInOrder, surveyTable } from "#app/features/briefings/figures/survey-tables.ts";
import { figureAt } from "#app/features/briefings/references/figure-at.ts";
import { releaseWithSurvey, sampleSurvey } from "../sample-survey.ts";

const release = releaseWithSurvey();
const at = (table: string, ...codes: string[]) => figureAt(release, { table, codes });

describe("a question of a survey, as texts and asks point into it", () => {
  test("stands behind the tables of cases, in the order of the parts", () => {
    expect(figureTables(release).map(({ id }) => id)).toEqual([
      ...release.tables.map(({ id }) => id),
      ...["survey-q13", "survey-q27", "survey-q33"],
    ]);
  });
  test("says how many were asked, how many say so, and what share that is", () => {
    expect(at("survey-q13", "fees", "_asked")).toEqual({ kind: "printed", measure: "answers", value: 60 });
    expect(at("survey-q13", "fees", "count")).toEqual({ kind: "printed", measure: "answers", value: 21, base: 60 });
    expect(at("survey-q13", "fees", "share")).toEqual({ kind: "printed", measure: "share", value: 35, base: 60 });
    expect(at("survey-q33", "appeal", "solved")).toEqual({ kind: "printed", measure: "answers", value: 9, base: 20 });
  });
  test("gives no figure where a mark stands, and no share beside one", () => {
    expect(at("survey-q13", "cards", "count")).toEqual({ kind: "withheld", measure: "answers" });
    expect(at("survey-q13", "cards", "share")).toEqual({ kind: "withheld", measure: "share" });
    expect(at("survey-q27", "travel", "_asked")).toEqual({ kind: "withheld", measure: "answers" });
    expect(at("survey-q27", "travel", "share")).toEqual({ kind: "withheld", measure: "share" });
    expect(at("survey-q33", "appeal", "waiting")).toEqual({ kind: "withheld", measure: "answers" });
  });
  test("has no share of a handful, no answer that was not offered and no question that was not asked", () => {
    const places = [
      ["survey-q27", "court_contact", "share"],
      ["survey-q13", "phones", "count"],
      ["survey-q33", "appeal", "count"],
      ["survey-q1", "fees", "count"],
    ] as const;
    for (const [table, ...codes] of places) expect(at(table, ...codes)).toEqual({ kind: "missing" });
  });
  test("keeps the places of its columns where it was computed before their codes were kept", () => {
    const { columnCodes: _, ...question } = questionsInOrder(sampleSurvey)[2]!;
    expect(surveyTable(question).cells.map(({ codes }) => codes.join())).toEqual([
      ...["appeal,_asked", "appeal,0", "appeal,1"],
    ]);
  });
  test("is evidence for asks about what its part tells of", () => {
    const bears = (question: string, code: keyof typeof ASKS) =>
      ASKS[code].evidence.map(subjectOf).some((subject) => subjectsOfQuestion(question).includes(subject));
    expect(bears("q13", "SP2")).toBe(true);
    expect(bears("q33", "SP7")).toBe(true);
    expect(bears("q27", "RB1")).toBe(false);
  });
});
