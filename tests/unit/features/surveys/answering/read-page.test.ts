import { describe, expect, test } from "vitest";
import { readPage, refusalOf } from "#app/features/surveys/answering/read-page.ts";
import { instrument, matrix, number, page, says, text, yesNo } from "../sample-instruments.ts";

const of = instrument([
  page("one", [yesNo("hit", { required: true }), text("how", { required: true, shownWhen: says("hit", "yes") })]),
  page("two", [number("staff"), matrix("rows", ["r", "s"], ["no", "yes"], { required: true })]),
]);

describe("reading a page", () => {
  test("adds its answers to those before and leaves other pages alone", () => {
    const { answers, errors } = readPage(of, { staff: 3 }, "one", { asked: "hit", hit: "no" });
    expect(answers).toEqual({ staff: 3, hit: "no" });
    expect(errors).toEqual([]);
  });

  test("brings up a question that its own answers ask for, without calling it missing", () => {
    const read = readPage(of, {}, "one", { asked: "hit", hit: "yes" });
    expect(read.fresh).toEqual(["how"]);
    expect(refusalOf(read)).toBeNull();
  });

  test("asks for it once it was drawn", () => {
    const read = readPage(of, {}, "one", { asked: "hit how", hit: "yes", how: "" });
    expect(read.fresh).toEqual([]);
    expect(read.errors).toEqual([{ question: "how", field: "how", code: "enter-text" }]);
  });

  test("judges everything that is asked where a page does not say what it showed", () => {
    expect(readPage(of, {}, "one", { hit: "yes" }).errors).toEqual([
      { question: "how", field: "how", code: "enter-text" },
    ]);
  });

  test("keeps what was typed to a question that is not asked any more, and does not judge it", () => {
    const read = readPage(of, {}, "one", { asked: "hit how", hit: "no", how: "a letter" });
    expect(read).toEqual({ answers: { hit: "no", how: "a letter" }, errors: [], fresh: [] });
  });

  test("keeps a later answer of its own page where it was neither drawn nor asked", () => {
    expect(readPage(of, { how: "a letter" }, "one", { asked: "hit", hit: "no" }).answers).toMatchObject({
      how: "a letter",
    });
  });

  test("forgets an answer that was emptied, and one that was made wrong", () => {
    expect(readPage(of, { staff: 3 }, "two", { "rows--r": "no", "rows--s": "no" }).answers).not.toHaveProperty("staff");
    const read = readPage(of, { staff: 3 }, "two", { staff: "x", "rows--r": "no", "rows--s": "no" });
    expect(read.answers).toEqual({ rows: { r: "no", s: "no" } });
  });

  test("tells each field's error by its key, for the form and its summary", () => {
    const read = readPage(of, {}, "two", { staff: "x", "rows--r": "no" });
    expect(refusalOf(read)).toEqual({
      kind: "invalid",
      code: "form.invalid",
      fields: { staff: "surveys.error.not-a-number", "rows--s": "surveys.error.answer-each-row" },
    });
  });

  test("leaves all as it is for a page that does not exist", () => {
    expect(readPage(of, { staff: 3 }, "three", { staff: "4" }).answers).toEqual({ staff: 3 });
  });
});
