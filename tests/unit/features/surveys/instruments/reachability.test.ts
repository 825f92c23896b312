import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import type { Fault } from "#app/features/surveys/instruments/fault.ts";
import { type Instrument, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { reachFaults } from "#app/features/surveys/instruments/reachability.ts";
import { missingAnswers, routed } from "#app/features/surveys/instruments/routing.ts";
import { answersTo, anyInstrument } from "../arbitraries.ts";
import {
  all,
  answered,
  inAll,
  includes,
  instrument,
  manyOf,
  matrix,
  not,
  number,
  oneOf,
  page,
  says,
  text,
  yesNo,
} from "../sample-instruments.ts";

/** Every way through, by trying them all. */
function shownAnywhere(of: Instrument): ReadonlySet<string> {
  const shown = new Set<string>();
  const asked = questionsOf(of);
  const go = (at: number, answers: Answers): void => {
    if (shown.size === asked.length) return;
    const question = asked[at];
    if (!question) {
      const walk = routed(of, answers);
      // Nobody gets on without what must be answered.
      if (missingAnswers(walk).length > 0) return;
      for (const { questions } of walk.pages) for (const one of questions) shown.add(one.question.name);
      return;
    }
    for (const value of answersTo(question))
      go(at + 1, value === undefined ? answers : { ...answers, [question.name]: value });
  };
  go(0, {});
  return shown;
}

/** Pages that cannot be reached are told once for all of their questions. */
function unreachable(of: Instrument): readonly string[] {
  const faults: readonly Fault[] = reachFaults(of);
  const pages = faults.filter(({ code }) => code === "unreachable-page").map(({ page: name }) => name);
  const single = faults.filter(({ code }) => code === "unreachable-question").map(({ question }) => question!);
  const whole = of.pages.filter(({ name }) => pages.includes(name)).flatMap(({ questions }) => questions);
  return [...single, ...whole.map(({ name }) => name)].sort();
}

describe("reachability", () => {
  test("agrees with trying every way through", () => {
    fc.assert(
      fc.property(anyInstrument({ carries: false }), (of) => {
        const shown = shownAnywhere(of);
        const hidden = questionsOf(of)
          .map(({ name }) => name)
          .filter((name) => !shown.has(name));
        expect(unreachable(of)).toEqual(hidden.sort());
      }),
      { numRuns: 60 },
    );
  });

  test("never calls a question unreachable that somebody can be asked, carried rows among them", () => {
    fc.assert(
      fc.property(anyInstrument({ carries: true }), (of) => {
        const shown = shownAnywhere(of);
        expect(unreachable(of).filter((name) => shown.has(name))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("sees that two options that exclude each other are never chosen together", () => {
    const both = all(includes("fear", "none"), includes("fear", "travel"));
    const of = instrument([
      page("one", [manyOf("fear", ["travel", "none"])]),
      page("two", [text("a"), text("b", { shownWhen: both })]),
    ]);
    expect(reachFaults(of)).toEqual([{ code: "unreachable-question", page: "two", question: "b" }]);
  });

  test("sees that nothing comes after an end that all take", () => {
    const of = instrument([
      page("one", [yesNo("agree", { required: true })], {
        ends: [
          { name: "no", when: says("agree", "no"), words: inAll("Bye"), sends: false },
          { name: "yes", when: says("agree", "yes"), words: inAll("Bye"), sends: true },
          { name: "never", when: answered("agree"), words: inAll("Bye"), sends: true },
        ],
      }),
      page("two", [text("more")]),
    ]);
    expect(reachFaults(of)).toEqual([
      { code: "unreachable-end", page: "one", item: "never" },
      { code: "unreachable-page", page: "two" },
    ]);
  });

  test("sees how many options may be chosen, and how large a number may be", () => {
    const of = instrument([
      page("one", [manyOf("two", ["a", "b", "c"], { atMost: 2 }), number("staff", { most: 5 })]),
      page("two", [
        text("pair", { shownWhen: all(includes("two", "a"), includes("two", "b")) }),
        text("three", { shownWhen: all(includes("two", "a"), includes("two", "b"), includes("two", "c")) }),
        text("large", { shownWhen: { op: "more-than", question: "staff", value: 5 } }),
      ]),
    ]);
    expect(unreachable(of)).toEqual(["large", "three"]);
  });

  test("knows that what must be answered has been", () => {
    const of = instrument([
      page("one", [oneOf("size", ["small", "large"], { required: true })]),
      page("two", [text("a"), text("silent", { shownWhen: not(answered("size")) })]),
    ]);
    expect(unreachable(of)).toEqual(["silent"]);
  });

  test("says so where there are too many ways to walk", () => {
    const rows = Array.from({ length: 40 }, (_, at) => `r${at}`);
    const each = rows.map((row) =>
      text(`t_${row}`, { shownWhen: { op: "any-row", question: "big", rows: [row], values: ["yes"] } }),
    );
    const of = instrument([page("one", [matrix("big", rows, ["no", "yes"])]), page("two", each)]);
    expect(reachFaults(of)).toEqual([{ code: "too-complex", page: "one" }]);
  });

  test("gives up before what can be chosen together fills the memory", () => {
    const options = Array.from({ length: 190 }, (_, at) => `o${at}`);
    const each = options.map((option) => text(`t_${option}`, { shownWhen: includes("big", option) }));
    const of = instrument([page("one", [manyOf("big", options, { atMost: 3 })]), page("two", each)]);
    expect(reachFaults(of)).toEqual([{ code: "too-complex", page: "one" }]);
  });

  test("gives up a walk that would take for ever, and says where", () => {
    const switches = Array.from({ length: 14 }, (_, at) => yesNo(`s${at}`));
    const each = Array.from({ length: 60 }, (_, at) => `t${at}`);
    const shownWhen = all(...switches.map(({ name }) => says(name, "yes")));
    const pages = Array.from({ length: 40 }, (_, at) =>
      page(
        `p${at}`,
        each.map((name) => text(`${name}_${at}`, { shownWhen })),
      ),
    );
    const faults = reachFaults(instrument([page("switches", switches), ...pages]));
    expect(faults).toEqual([{ code: "too-complex", page: "p0" }]);
  });
});
