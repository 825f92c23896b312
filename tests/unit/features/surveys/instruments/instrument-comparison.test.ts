import { describe, expect, test } from "vitest";
import type { Question } from "#app/features/surveys/instruments/instrument.ts";
import { compareInstruments } from "#app/features/surveys/instruments/instrument-comparison.ts";
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
  says,
  text,
  yesNo,
} from "../sample-instruments.ts";

const of = (...questions: readonly Question[]) => instrument([page("one", questions)]);
const changed = (before: Question, after: Question) => compareInstruments(of(before), of(after));

describe("comparing two versions", () => {
  test("finds nothing where nothing changed", () => {
    expect(compareInstruments(of(yesNo("q1"), text("q2")), of(yesNo("q1"), text("q2")))).toEqual([]);
  });

  test("tells what was added and removed", () => {
    expect(compareInstruments(of(yesNo("q1"), text("q2")), of(yesNo("q1"), text("q3")))).toEqual([
      { question: "q3", changes: ["added"], comparable: "no", codes: [] },
      { question: "q2", changes: ["removed"], comparable: "no", codes: [] },
    ]);
  });

  test("tells only the question that was moved, not those that it passed", () => {
    const moved = compareInstruments(of(yesNo("q1"), text("q2"), text("q3")), of(text("q2"), text("q3"), yesNo("q1")));
    expect(moved).toEqual([{ question: "q1", changes: ["moved"], comparable: "same", codes: [] }]);
  });

  test("tells a question that went to another page", () => {
    const before = instrument([page("one", [yesNo("q1"), text("q2")]), page("two", [text("q3")])]);
    const after = instrument([page("one", [yesNo("q1")]), page("two", [text("q2"), text("q3")])]);
    expect(compareInstruments(before, after)).toMatchObject([{ question: "q2", changes: ["moved"] }]);
  });

  test("tells another wording, which figures may stand beside with care", () => {
    expect(changed(yesNo("q1"), yesNo("q1", { label: inAll("Said otherwise") }))).toEqual([
      { question: "q1", changes: ["reworded"], comparable: "with-care", codes: [] },
    ]);
    expect(changed(yesNo("q1"), yesNo("q1", { help: inAll("New help") }))).toMatchObject([{ changes: ["reworded"] }]);
  });

  test("takes another kind for another question", () => {
    expect(changed(yesNo("q1"), text("q1"))).toMatchObject([{ question: "q1", comparable: "no" }]);
  });

  test("tells which options and rows came and went", () => {
    expect(changed(oneOf("q1", ["a", "b"]), oneOf("q1", ["a", "c"]))).toMatchObject([
      { changes: ["options-added", "options-removed"], codes: ["c", "b"], comparable: "with-care" },
    ]);
    expect(changed(matrix("q1", ["r"], ["a", "b"]), matrix("q1", ["r", "s"], ["a", "b"]))).toMatchObject([
      { changes: ["rows-added"], codes: ["s"], comparable: "same" },
    ]);
    expect(changed(oneOf("q1", ["a", "b"]), oneOf("q1", ["b", "a"]))).toMatchObject([
      { changes: ["order-of-options-changed"] },
    ]);
  });

  test("tells who is asked: by its own condition, its page's, or an end before it", () => {
    const before = instrument([page("one", [yesNo("q1")]), page("two", [text("q2")])]);
    const own = instrument([page("one", [yesNo("q1")]), page("two", [text("q2", { shownWhen: answered("q1") })])]);
    const whole = instrument([page("one", [yesNo("q1")]), page("two", [text("q2")], { shownWhen: answered("q1") })]);
    const end = { name: "early", when: says("q1", "no"), words: inAll("Bye"), sends: true };
    const ended = instrument([page("one", [yesNo("q1")], { ends: [end] }), page("two", [text("q2")])]);
    for (const after of [own, whole, ended])
      expect(compareInstruments(before, after)).toEqual([
        { question: "q2", changes: ["routing-changed"], comparable: "with-care", codes: [] },
      ]);
  });

  test("tells limits, duty and declining", () => {
    expect(changed(number("q1", { most: 3 }), number("q1", { most: 4 }))).toMatchObject([
      { changes: ["limits-changed"] },
    ]);
    expect(changed(yesNo("q1"), yesNo("q1", { required: true, mayDecline: true }))).toMatchObject([
      { changes: ["now-required", "may-be-declined"] },
    ]);
    const alone = manyOf("q1", [], { options: [option("a"), option("b", true)] });
    expect(changed(manyOf("q1", ["a", "b"]), alone)).toMatchObject([{ changes: ["limits-changed"] }]);
  });
});
