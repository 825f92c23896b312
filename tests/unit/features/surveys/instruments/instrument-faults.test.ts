import { describe, expect, test } from "vitest";
import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import type { Question } from "#app/features/surveys/instruments/instrument.ts";
import { faultsOf } from "#app/features/surveys/instruments/instrument-faults.ts";
import {
  answered,
  inAll,
  instrument,
  manyOf,
  matrix,
  number,
  oneOf,
  option,
  page,
  ranking,
  says,
  statement,
  text,
  yesNo,
} from "../sample-instruments.ts";

const faultsIn = (...questions: readonly Question[]) => faultsOf(instrument([page("one", questions)]));
const shownWhen = (condition: Condition) => ({ shownWhen: condition });

describe("an instrument's faults", () => {
  test("are none where all is in order", () => {
    expect(faultsIn(statement("hello"), yesNo("q1"), text("q2", shownWhen(says("q1", "yes"))))).toEqual([]);
  });

  test("tell a name that comes twice, of questions and of pages", () => {
    const of = instrument([page("one", [yesNo("q1")]), page("one", [text("q1")])]);
    expect(faultsOf(of)).toEqual([
      { code: "name-twice", page: "one", item: "one" },
      { code: "name-twice", page: "one", question: "q1", item: "q1" },
    ]);
  });

  test("tell a page without questions", () => {
    expect(faultsOf(instrument([page("one", [yesNo("q1")]), page("two", [])]))).toEqual([
      { code: "page-empty", page: "two" },
    ]);
  });

  test("tell a text that is missing in a language, with its place", () => {
    const silent = yesNo("q1", { label: { en: "Question", fr: "Question ?", es: " " } });
    expect(faultsIn(silent)).toEqual([
      { code: "translation-missing", page: "one", question: "q1", item: "label", locale: "es" },
      { code: "translation-missing", page: "one", question: "q1", item: "label", locale: "ar" },
    ]);
    expect(faultsOf(instrument([page("one", [silent])], { languages: ["en", "fr"] }))).toEqual([]);
  });

  test("tell a text of an option that is missing", () => {
    const bare = oneOf("q1", [], { options: [option("a"), { code: "b", label: { en: "B", fr: "B", es: "B" } }] });
    expect(faultsIn(bare)).toEqual([
      { code: "translation-missing", page: "one", question: "q1", item: "b", locale: "ar" },
    ]);
  });

  test("tell a condition on a question that is not there, and one that comes later", () => {
    expect(
      faultsIn(text("q1", shownWhen(answered("gone"))), text("q2", shownWhen(answered("q3"))), text("q3")),
    ).toEqual([
      { code: "question-unknown", page: "one", question: "q1", item: "gone" },
      { code: "forward-reference", page: "one", question: "q2", item: "q3" },
    ]);
  });

  test("tell questions that wait for each other", () => {
    expect(faultsIn(text("q1", shownWhen(answered("q2"))), text("q2", shownWhen(answered("q1"))))).toEqual([
      { code: "circle", page: "one", question: "q1", item: "q1 → q2 → q1" },
    ]);
    expect(faultsIn(text("q1", shownWhen(answered("q1"))))).toEqual([
      { code: "circle", page: "one", question: "q1", item: "q1 → q1" },
    ]);
  });

  test("tell a page that waits for a question of its own", () => {
    const of = instrument([page("one", [yesNo("q1")]), page("two", [yesNo("q2")], shownWhen(answered("q2")))]);
    expect(faultsOf(of)).toEqual([{ code: "forward-reference", page: "two", item: "q2" }]);
  });

  test("tell a condition that asks of an answer what it cannot say", () => {
    const more: Condition = { op: "more-than", question: "q1", value: 3 };
    expect(faultsIn(yesNo("q1"), text("q2", shownWhen(more)))).toEqual([
      { code: "condition-misfit", page: "one", question: "q2", item: "q1" },
    ]);
    expect(faultsIn(yesNo("q1"), text("q2", shownWhen(says("q1", "maybe"))))).toEqual([
      { code: "condition-value-unknown", page: "one", question: "q2", item: "q1: maybe" },
    ]);
  });

  test("tell a row that a matrix has not", () => {
    const row: Condition = { op: "any-row", question: "q1", rows: ["x"], values: ["yes"] };
    expect(faultsIn(matrix("q1", ["r"], ["no", "yes"]), text("q2", shownWhen(row)))).toEqual([
      { code: "condition-value-unknown", page: "one", question: "q2", item: "q1: x" },
    ]);
  });

  test("tell a question that hangs on one that is kept apart", () => {
    const apart = yesNo("q1", { apart: true });
    expect(faultsIn(apart, text("q2", shownWhen(answered("q1"))))).toEqual([
      { code: "depends-on-apart", page: "one", question: "q2", item: "q1" },
    ]);
    expect(faultsIn(apart, text("q2", { ...shownWhen(answered("q1")), apart: true }))).toEqual([]);
  });

  test("tell a question that nobody can be asked", () => {
    const never: Condition = { op: "all", of: [says("q1", "yes"), says("q1", "no")] };
    expect(faultsIn(yesNo("q1"), text("q2", shownWhen(never)))).toEqual([
      { code: "unreachable-question", page: "one", question: "q2" },
    ]);
  });

  test.each<[string, Question, object]>([
    ["fewer than two options", oneOf("q1", ["a"]), { code: "options-missing" }],
    ["no rows", matrix("q1", [], ["a", "b"]), { code: "rows-missing" }],
    ["a code that comes twice", oneOf("q1", ["a", "b", "a"]), { code: "code-twice", item: "a" }],
    [
      "the code of declining",
      oneOf("q1", ["a", "prefer_not_to_say"]),
      { code: "code-reserved", item: "prefer_not_to_say" },
    ],
    [
      "an unknown list",
      oneOf("q1", ["a", "b"], { options: [option("a"), option("b"), { list: "colour" }] }),
      { code: "list-unknown", item: "colour" },
    ],
    [
      "a code that its list has not",
      manyOf("q1", [], { options: [{ list: "remedy", only: ["complaint", "prayer"] }] }),
      { code: "list-code-unknown", item: "remedy: prayer" },
    ],
    [
      "an option that stands alone among those of which one is chosen anyway",
      oneOf("q1", [], { options: [option("a"), option("b", true)] }),
      { code: "exclusive-misfit" },
    ],
    ["a ranking larger than its options", ranking("q1", ["a", "b"], 3), { code: "ranking-larger-than-options" }],
    ["more choices than options", manyOf("q1", ["a", "b"], { atMost: 3 }), { code: "at-most-larger-than-options" }],
    ["limits that cross", number("q1", { least: 3, most: 2 }), { code: "limits-crossed" }],
  ])("tell %s", (_, question, fault) => {
    expect(faultsIn(question)).toEqual([{ ...fault, page: "one", question: "q1" }]);
  });

  test("tell rows that are carried on from where there are none, or too far", () => {
    const carried = (name: string, from: string) => ({ ...matrix(name, [], ["a", "b"]), rows: { from } }) as Question;
    expect(faultsIn(yesNo("q1"), carried("q2", "q1"))).toContainEqual({
      code: "carried-from-misfit",
      page: "one",
      question: "q2",
      item: "q1",
    });
    const chain = [manyOf("q1", ["a", "b"]), carried("q2", "q1"), carried("q3", "q2")];
    expect(faultsIn(...chain)).toEqual([]);
    expect(faultsIn(...chain, carried("q4", "q3"))).toContainEqual({
      code: "carried-too-far",
      page: "one",
      question: "q4",
      item: "q3",
    });
  });

  test("name the text of an end that is not translated", () => {
    const end = { name: "early", when: says("q1", "no"), words: { en: "Bye" }, sends: true };
    const of = instrument([page("one", [yesNo("q1")], { ends: [end] })], {
      languages: ["en", "fr"],
      thanks: inAll("T"),
    });
    expect(faultsOf(of)).toEqual([{ code: "translation-missing", page: "one", item: "early", locale: "fr" }]);
  });
});
