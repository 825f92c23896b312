import fc from "fast-check";
import { type Answers, DECLINED, type Value } from "#app/features/surveys/instruments/answer-value.ts";
import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import { type Instrument, type Question, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import {
  all,
  answered,
  any,
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
} from "./sample-instruments.ts";

/** Small instruments whose conditions look back only, of every kind that routing tells apart. */

type Maker = (name: string, earlier: readonly Question[], more: object) => Question;

const MAKERS: readonly Maker[] = [
  (name, _, more) => yesNo(name, more),
  (name, _, more) => oneOf(name, ["a", "b"], more),
  (name, _, more) => manyOf(name, ["a", "b", "none"], more),
  (name, _, more) => matrix(name, ["r", "s"], ["no", "yes"], more),
  (name, _, more) => number(name, { least: 0, most: 3, ...more }),
  (name, _, more) => text(name, more),
];

const carrying: Maker = (name, earlier, more) => {
  const origin = earlier.find(({ kind }) => kind === "many-of");
  return origin
    ? ({ ...matrix(name, [], ["no", "yes"], more), rows: { from: origin.name, except: ["none"] } } as Question)
    : text(name, more);
};

function atomsAbout(question: Question): readonly Condition[] {
  const { name, kind } = question;
  switch (kind) {
    case "yes-no":
      return [says(name, "yes"), says(name, "no"), answered(name)];
    case "one-of":
      return [says(name, "a"), answered(name)];
    case "many-of":
      return [includes(name, "a"), includes(name, "none"), answered(name)];
    case "matrix":
      return [
        { op: "any-row", question: name, values: ["yes"] },
        { op: "any-row", question: name, values: ["no"] },
        answered(name),
      ];
    case "number":
      return [
        { op: "more-than", question: name, value: 1 },
        { op: "more-than", question: name, value: 3 },
        answered(name),
      ];
    default:
      return [answered(name)];
  }
}

function condition(earlier: readonly Question[], depth = 2): fc.Arbitrary<Condition> {
  const atom = fc.constantFrom(...earlier.flatMap(atomsAbout));
  if (depth === 0) return atom;
  const inner = condition(earlier, depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: atom },
    { weight: 2, arbitrary: inner.map(not) },
    { weight: 2, arbitrary: fc.tuple(inner, inner).map(([one, other]) => all(one, other)) },
    { weight: 1, arbitrary: fc.tuple(inner, inner).map(([one, other]) => any(one, other)) },
  );
}

function perhaps(earlier: readonly Question[]): fc.Arbitrary<Condition | undefined> {
  return earlier.length === 0 ? fc.constant(undefined) : fc.option(condition(earlier), { nil: undefined });
}

function questions(count: number, makers: readonly Maker[]): fc.Arbitrary<readonly Question[]> {
  let list: fc.Arbitrary<readonly Question[]> = fc.constant([]);
  for (let at = 0; at < count; at += 1)
    list = list.chain((earlier) =>
      fc
        .record({
          maker: fc.constantFrom(...makers),
          shownWhen: perhaps(earlier),
          required: fc.boolean(),
          mayDecline: fc.boolean(),
        })
        .map(({ maker, shownWhen, required, mayDecline }) => [
          ...earlier,
          maker(`q${at + 1}`, earlier, {
            ...(shownWhen && { shownWhen }),
            ...(required && { required }),
            ...(mayDecline && { mayDecline }),
          }),
        ]),
    );
  return list;
}

/** @param carries with matrices whose rows were chosen before */
export function anyInstrument({ carries }: { carries: boolean }): fc.Arbitrary<Instrument> {
  const makers = carries ? [...MAKERS, carrying, carrying] : MAKERS;
  return fc.record({ list: questions(5, makers), first: fc.integer({ min: 1, max: 3 }) }).chain(({ list, first }) => {
    const [here, there] = [list.slice(0, first), list.slice(first)];
    return fc
      .record({ shownWhen: perhaps(here), when: perhaps(here) })
      .map(({ shownWhen, when }) =>
        instrument([
          page("one", here, when ? { ends: [{ name: "early", when, words: inAll("Thanks"), sends: true }] } : {}),
          page("two", there, shownWhen ? { shownWhen } : {}),
        ]),
      );
  });
}

/** Every answer that matters to a question, none among them where it may stay empty. */
export function answersTo(question: Question): readonly (Value | undefined)[] {
  const facts = question as { required?: true; mayDecline?: true };
  return [...(facts.required ? [] : [undefined]), ...(facts.mayDecline ? [DECLINED] : []), ...valuesTo(question)];
}

function valuesTo(question: Question): readonly Value[] {
  switch (question.kind) {
    case "yes-no":
      return ["yes", "no"];
    case "one-of":
      return ["a", "b"];
    case "many-of":
      return [["a"], ["b"], ["a", "b"], ["none"]];
    case "matrix": {
      const rows = "from" in question.rows ? ["a", "b"] : ["r", "s"];
      const both = ["no", "yes"].flatMap((one) =>
        ["no", "yes"].map((other) => ({ [rows[0]!]: one, [rows[1]!]: other })),
      );
      const single = rows.flatMap((row) => [{ [row]: "no" }, { [row]: "yes" }]);
      return (question.required && !("from" in question.rows) ? both : [...both, ...single]) as Value[];
    }
    case "number":
      return [0, 1, 2, 3];
    default:
      return ["words"];
  }
}

/** Answers to any of the questions, whether they are asked or not. */
export function anyAnswers(of: Instrument): fc.Arbitrary<Answers> {
  const each = Object.fromEntries(
    questionsOf(of).map((question) => [question.name, fc.constantFrom(...answersTo(question), undefined)]),
  );
  return fc
    .record(each)
    .map((said) => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Answers);
}

export const withAnswers = (options: { carries: boolean }) =>
  anyInstrument(options).chain((of) => fc.tuple(fc.constant(of), anyAnswers(of)));
