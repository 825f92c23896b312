import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionOf, linesOf } from "#app/features/surveys/building/condition-lines.ts";
import { applyCondition, conditionAt, conditionFields } from "#app/features/surveys/building/condition-sheet.ts";
import { conditionWords } from "#app/features/surveys/building/condition-words.ts";
import { answerFormOf, usableQuestions } from "#app/features/surveys/building/earlier-questions.ts";
import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import { holds } from "#app/features/surveys/instruments/condition-truth.ts";
import { findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { answersTo, anyInstrument } from "../arbitraries.ts";
import {
  all,
  answered,
  any,
  includes,
  instrument,
  manyOf,
  matrix,
  not,
  number,
  page,
  says,
  text,
  yesNo,
} from "../sample-instruments.ts";

const sample = instrument([
  page("one", [yesNo("q1"), manyOf("q2", ["a", "b", "none"]), number("q3"), matrix("q4", ["r", "s"], ["no", "yes"])]),
  page("two", [text("q5"), text("q6", { apart: true }), text("q7")]),
]);
const at = { page: "two", question: "q5" } as const;
const formOf = (one: Instrument) => (name: string) => answerFormOf(findQuestion(one, name));
const back = (condition: Condition, one = sample) => conditionOf(linesOf(condition)!, formOf(one));

describe("a condition as lines of a form", () => {
  test.each([
    ["one line", says("q1", "yes")],
    ["its denial", not(includes("q2", "a"))],
    ["several answers of one question", any(includes("q2", "a"), includes("q2", "b"))],
    ["rows of a matrix", { op: "any-row", question: "q4", rows: ["r"], values: ["yes"] } as Condition],
    ["a number", { op: "more-than", question: "q3", value: 2.5 } as Condition],
    ["all of several", all(answered("q1"), not(answered("q3")))],
    ["groups within", any(answered("q3"), all(answered("q2"), not(includes("q2", "none"))))],
  ])("comes back as it was: %s", (_, condition) => {
    expect(back(condition)).toEqual(condition);
  });

  test("says the same of all answers, however deep it was nested", () => {
    fc.assert(
      fc.property(anyInstrument({ carries: false }), fc.infiniteStream(fc.nat()), (one, chance) => {
        const questions = one.pages.flatMap((each) => each.questions);
        const conditions = questions.flatMap(({ shownWhen }) => shownWhen ?? []);
        for (const condition of conditions) {
          const lines = linesOf(condition);
          if (!lines) continue;
          const again = conditionOf(lines, formOf(one))!;
          for (let tries = 0; tries < 8; tries += 1) {
            const answers = Object.fromEntries(
              questions.flatMap((question) => {
                const choices = answersTo(question);
                const value = choices[chance.next().value! % choices.length];
                return value === undefined ? [] : [[question.name, value]];
              }),
            );
            expect(holds(again, answers)).toBe(holds(condition, answers));
          }
        }
      }),
    );
  });

  test("every condition of the standard questionnaire fits, and its form says it again", () => {
    const standard = standardInstrument();
    for (const one of standard.pages) {
      const places = [{ page: one.name }, ...one.questions.map(({ name }) => ({ page: one.name, question: name }))];
      for (const place of places) {
        const condition = conditionAt(standard, place);
        const values = { ...conditionFields(condition), do: "save" };
        const applied = valueFrom(applyCondition(standard, place, values));
        expect(conditionFields(conditionAt(applied, place))).toEqual(conditionFields(condition));
      }
    }
  });
});

describe("the form of a condition", () => {
  test("offers only what was answered before, and nothing that is kept apart", () => {
    expect(usableQuestions(sample, at).map(({ name }) => name)).toEqual(["q1", "q2", "q3", "q4"]);
    expect(usableQuestions(sample, { page: "two", question: "q7" }).map(({ name }) => name)).not.toContain("q6");
    expect(usableQuestions(sample, { page: "one" })).toEqual([]);
    expect(usableQuestions(sample, { page: "one", end: "x" }).length).toBe(4);
  });

  test("takes another line, which first asks only whether there is an answer", () => {
    const added = valueFrom(applyCondition(sample, at, { ...conditionFields(null), do: "add-0", "add-0": "q2" }));
    expect(conditionAt(added, at)).toEqual(answered("q2"));
    const more = valueFrom(
      applyCondition(added, at, { ...conditionFields(answered("q2")), do: "add-1", "add-1": "q1" }),
    );
    expect(conditionAt(more, at)).toEqual(all(answered("q2"), answered("q1")));
  });

  test("refuses a question that comes later, and lines that say nothing, each at its place", () => {
    const later = applyCondition(sample, at, { ...conditionFields(null), do: "add-0", "add-0": "q7" });
    expect(later).toMatchObject({ refusal: { fields: { "add-0": "questionnaires.error.choose-question" } } });
    const values = {
      join: "all",
      lines: "q1 q3",
      "verb-0-0": "is",
      "verb-0-1": "more-than",
      "number-0-1": "many",
      do: "save",
    };
    expect(applyCondition(sample, at, values)).toMatchObject({
      refusal: {
        fields: { "values-0-0": "questionnaires.error.choose-values", "number-0-1": "questionnaires.error.number" },
      },
    });
  });

  test("reads digits of other writings, and lets a line go", () => {
    const values = { join: "all", lines: "q3 q1", "verb-0-0": "more-than", "number-0-0": "٢", "verb-0-1": "answered" };
    expect(conditionAt(valueFrom(applyCondition(sample, at, { ...values, do: "remove-0-1" })), at)).toEqual({
      op: "more-than",
      question: "q3",
      value: 2,
    });
  });

  test("without a line nothing has to hold; an early end must have one", () => {
    const empty = { join: "all", lines: "", do: "save" };
    expect(conditionAt(valueFrom(applyCondition(sample, at, empty)), at)).toBeNull();
    expect(applyCondition(sample, { page: "one", end: "x" }, empty).ok).toBe(false);
  });
});

describe("a condition in words", () => {
  test.each(LOCALES)("is said in %s, for every condition of the standard questionnaire", (locale) => {
    const standard = standardInstrument();
    const telling = { locale, words: codeWordsIn(locale), t: textFor(locale), list: formatsFor(locale).list };
    const conditions = standard.pages.flatMap((one) => [
      one.shownWhen,
      ...one.questions.map((question) => question.shownWhen),
    ]);
    for (const condition of conditions.filter((one) => one !== undefined)) {
      const said = conditionWords(standard, condition, telling);
      expect(said.length).toBeGreaterThan(10);
      expect(said).not.toMatch(/undefined|questionnaires\./);
    }
  });

  test("names questions, answers and rows, and brackets groups", () => {
    const telling = { locale: "en", words: codeWordsIn("en"), t: textFor("en"), list: formatsFor("en").list } as const;
    const row: Condition = { op: "any-row", question: "q4", rows: ["r"], values: ["no", "yes"] };
    expect(conditionWords(sample, any(row, all(answered("q3"), says("q1", "no"))), telling)).toBe(
      "the answer to “Question q4” (q4) is Option no or Option yes in “Option r” or (“Question q3” (q3) was answered and the answer to “Question q1” (q1) is No)",
    );
  });
});
