import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dropUnreachable, partedAnswers } from "#app/features/surveys/answering/dropping.ts";
import type { Question } from "#app/features/surveys/instruments/instrument.ts";
import { routed } from "#app/features/surveys/instruments/routing.ts";
import { withAnswers } from "../arbitraries.ts";
import { instrument, manyOf, numberByRow, page, says, text, yesNo } from "../sample-instruments.ts";

describe("dropping answers that are not asked for", () => {
  const of = instrument([
    page("one", [yesNo("hit"), text("how", { shownWhen: says("hit", "yes") }), manyOf("tried", ["a", "b"])]),
    page("two", [{ ...numberByRow("days"), rows: { from: "tried" } } as Question, yesNo("contact", { apart: true })]),
  ]);

  test("tells whole answers and single rows", () => {
    const kept = dropUnreachable(of, { hit: "no", how: "a letter", tried: ["a"], days: { a: 1, b: 2 } });
    expect(kept).toEqual({
      answers: { hit: "no", tried: ["a"], days: { a: 1 } },
      dropped: [
        { question: "how", rows: [] },
        { question: "days", rows: ["b"] },
      ],
    });
  });

  test("tells answers to questions that the instrument does not have", () => {
    expect(dropUnreachable(of, { other: "x" })).toEqual({ answers: {}, dropped: [{ question: "other", rows: [] }] });
  });

  test("is stable: what was kept is kept again, whole", () => {
    fc.assert(
      fc.property(withAnswers({ carries: true }), ([sample, answers]) => {
        const once = dropUnreachable(sample, answers);
        expect(dropUnreachable(sample, once.answers)).toEqual({ answers: once.answers, dropped: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("keeps and tells everything between them, and keeps only what is asked", () => {
    fc.assert(
      fc.property(withAnswers({ carries: true }), ([sample, answers]) => {
        const { answers: kept, dropped } = dropUnreachable(sample, answers);
        const names = new Set([...Object.keys(kept), ...dropped.map(({ question }) => question)]);
        expect([...names].sort()).toEqual(Object.keys(answers).sort());
        for (const { question, rows } of dropped) expect(question in kept).toBe(rows.length > 0);
        const asked = routed(sample, kept).pages.flatMap(({ questions }) =>
          questions.map(({ question }) => question.name),
        );
        expect(asked).toEqual(expect.arrayContaining(Object.keys(kept)));
      }),
      { numRuns: 300 },
    );
  });

  test("sets apart what goes to somebody else", () => {
    expect(partedAnswers(of, { hit: "no", contact: "yes" })).toEqual({
      answers: { hit: "no" },
      apart: { contact: "yes" },
    });
  });
});
