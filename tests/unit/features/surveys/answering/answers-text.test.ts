import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersText, MOST_ANSWER_BYTES, readAnswersText } from "#app/features/surveys/answering/answers-text.ts";
import { type Answers, DECLINED } from "#app/features/surveys/instruments/answer-value.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { withAnswers } from "../arbitraries.ts";
import {
  inAll,
  instrument,
  longText,
  number,
  option,
  page,
  places,
  quarterByRow,
  ranking,
  yesNo,
} from "../sample-instruments.ts";

const of = instrument([
  page("one", [
    yesNo("agree", { mayDecline: true }),
    number("staff", { decimals: true, mayDecline: true }),
    places("where"),
    ranking("asks", ["a", "b", "c"], 2),
    quarterByRow("when", { rows: [option("r")] }),
    ...Array.from({ length: 10 }, (_, at) => longText(`t${at}`, { most: 10_000 })),
  ]),
]);

const answers: Answers = {
  agree: DECLINED,
  staff: 2.5,
  where: { regions: ["africa"], countries: ["KE"] },
  asks: ["c", "a"],
  when: { r: "2026-Q1" },
  t1: "الكلمات",
};

const codeOf = (text: string) => {
  const read = readAnswersText(of, text);
  return read.ok ? null : read.refusal.code;
};

describe("answers as a text", () => {
  test("come back as they were", () => {
    expect(valueFrom(readAnswersText(of, valueFrom(answersText(of, answers))))).toEqual(answers);
  });

  test("come back as they were, whatever was asked", () => {
    fc.assert(
      fc.property(withAnswers({ carries: true }), ([sample, said]) => {
        expect(valueFrom(readAnswersText(sample, valueFrom(answersText(sample, said))))).toEqual(said);
      }),
      { numRuns: 300 },
    );
  });

  test("are one text, in whatever order they were given", () => {
    const turned = Object.fromEntries(Object.entries(answers).reverse());
    expect(valueFrom(answersText(of, turned))).toBe(valueFrom(answersText(of, answers)));
  });

  test("are refused where they are too large, on the way out and in", () => {
    const long = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`t${at}`, "x".repeat(10_000)]));
    expect(answersText(of, long)).toMatchObject({ ok: false, refusal: { code: "answers.too-large" } });
    expect(codeOf("x".repeat(MOST_ANSWER_BYTES + 1))).toBe("answers.too-large");
  });

  test("are refused where they belong to another version or are none", () => {
    const next = { ...of, version: 2, title: inAll("Next") };
    expect(codeOf(valueFrom(answersText(next, answers)))).toBe("answers.of-another-version");
    expect(codeOf("{}")).toBe("answers.misformed");
    expect(codeOf("{")).toBe("answers.misformed");
  });

  test("lose what the version cannot hold, and nothing else", () => {
    const forged = { ...answers, agree: "maybe", staff: "many", gone: "x", asks: ["a", "a"] } as Answers;
    const kept = valueFrom(readAnswersText(of, valueFrom(answersText(of, forged))));
    expect(kept).toEqual({ where: answers.where, when: answers.when, t1: answers.t1 });
  });
});
