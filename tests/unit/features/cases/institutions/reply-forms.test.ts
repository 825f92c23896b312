import { describe, expect, test } from "vitest";
import { patternOf } from "#app/features/cases/institutions/pattern.ts";
import { replyForm, replyValues } from "#app/features/cases/institutions/reply-forms.ts";

const asked = {
  recordVersion: "2",
  question: "Why was it closed?",
  askedDay: "3",
  askedMonth: "11",
  askedYear: "2026",
};
const answered = { answeredDay: "10", answeredMonth: "11", answeredYear: "2026" };
const wrongIn = (form: object) =>
  replyForm.safeParse(form).error?.issues.map(({ path, message }) => [path[0], message]);

describe("a right of reply", () => {
  test("a question waits for its answer, and comes back into its form as it was", () => {
    const { version, reply } = replyForm.parse(asked);
    expect(version).toBe(2);
    expect(reply).toEqual({ askedOn: "2026-11-03", question: "Why was it closed?", answeredOn: null, answer: "" });
    expect(replyForm.parse({ recordVersion: "2", ...replyValues(reply) }).reply).toEqual(reply);
  });

  test("an answer has its day, and a day its answer", () => {
    expect(wrongIn({ ...asked, answer: "By policy." })).toEqual([["answered", "institutions.reply.answered-required"]]);
    expect(wrongIn({ ...asked, ...answered })).toEqual([["answer", "institutions.reply.answer-required"]]);
    expect(replyForm.parse({ ...asked, ...answered, answer: "By policy." }).reply.answeredOn).toBe("2026-11-10");
  });

  test("nobody answers before they are asked", () => {
    const early = { ...asked, ...answered, answeredDay: "2", answer: "By policy." };
    expect(wrongIn(early)).toEqual([["answered", "institutions.reply.too-early"]]);
  });

  test("all that is missing is told at once", () => {
    expect(wrongIn({ recordVersion: "2", ...answered })).toEqual([
      ["asked", "institutions.reply.asked-required"],
      ["question", "institutions.reply.question-required"],
      ["answer", "institutions.reply.answer-required"],
    ]);
  });

  test("what is no day, or not yet, is told beside it", () => {
    expect(wrongIn({ ...asked, askedYear: "2999" })).toEqual([["asked", "report.date.in-future"]]);
    expect(wrongIn({ ...asked, askedDay: "31" })).toEqual([["asked", "report.date.day-needed"]]);
    expect(wrongIn({ ...asked, answeredDay: "31", answeredMonth: "2", answeredYear: "2026" })).toEqual([
      ["answered", "report.date.day-needed"],
    ]);
  });

  test("a pattern begins at three organisations, a name at five", () => {
    expect([0, 2, 3, 4, 5].map(patternOf)).toEqual(["none", "none", "pattern", "pattern", "nameable"]);
  });
});
