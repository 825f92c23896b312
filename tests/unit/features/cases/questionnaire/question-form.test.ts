import { describe, expect, test } from "vitest";
import { questionForm } from "#app/features/cases/questionnaire/question-form.ts";
import { QUESTIONS, questionOf } from "#app/features/cases/questionnaire/report-questions.ts";

const blank = { formToken: "t", recordVersion: "3" };

describe("the form of a question's page", () => {
  test.each(QUESTIONS.map((question) => [question.slug, question] as const))(
    "%s: blank is a pass or a mistake",
    (_, question) => {
      const read = questionForm(question).safeParse(blank);
      expect(read.success).toBe(!question.required);
      if (!read.success) for (const { message } of read.error.issues) expect(message).toMatch(/^report\./);
    },
  );

  test("does not take a precision alone for an answer", () => {
    const ended = questionForm(questionOf("ended"));
    expect(ended.safeParse({ ...blank, endedOnPrecision: "day" })).toMatchObject({ success: true, data: null });
    expect(ended.safeParse({ ...blank, endedOnPrecision: "as_written" })).toMatchObject({ success: true, data: null });
    expect(ended.safeParse({ ...blank, endedOnPrecision: "unknown" })).toMatchObject({
      data: { endedOn: { precision: "unknown" } },
    });
  });

  test("takes the form's own fields for no account number", () => {
    const story = questionForm(questionOf("story"));
    const typed = { formToken: "4111111111111111", recordVersion: "1", story: "nothing here" };
    expect(story.safeParse(typed)).toMatchObject({ data: { story: "nothing here" } });
  });
});
