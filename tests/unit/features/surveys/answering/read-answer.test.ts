import { describe, expect, test } from "vitest";
import type { Filled } from "#app/features/surveys/answering/field-names.ts";
import { readAnswer } from "#app/features/surveys/answering/read-answer.ts";
import { DECLINED } from "#app/features/surveys/instruments/answer-value.ts";
import { choicesOf, isCarried } from "#app/features/surveys/instruments/choices.ts";
import type { Question } from "#app/features/surveys/instruments/instrument.ts";
import { rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import {
  band,
  longText,
  manyOf,
  matrix,
  number,
  numberByRow,
  oneOf,
  option,
  places,
  quarter,
  quarterByRow,
  ranking,
  statement,
  text,
  yesNo,
} from "../sample-instruments.ts";

function read(question: Question, filled: Filled) {
  const source = rowsSourceOf(question);
  const rows = source && !isCarried(source) ? choicesOf(source) : [];
  const answer = readAnswer({ question, rows }, filled);
  return "wrong" in answer ? answer.wrong.map(({ field, code }) => `${field}: ${code}`) : answer.value;
}

const must = { required: true } as const;
const rows = { rows: [option("r"), option("s")] };

describe("an answer that is read", () => {
  test.each<[string, Question, Filled, unknown]>([
    ["yes", yesNo("q"), { q: "yes" }, "yes"],
    ["unsure", yesNo("q", { unsure: true }), { q: "unsure" }, "unsure"],
    ["one of several", oneOf("q", ["a", "b"]), { q: "b" }, "b"],
    ["a band", band("q", ["a", "b"]), { q: "a" }, "a"],
    ["several, in the order of the options", manyOf("q", ["a", "b"]), { q: ["b", "a"] }, ["a", "b"]],
    ["a single box", manyOf("q", ["a", "b"]), { q: "b" }, ["b"]],
    ["a matrix, as far as it was filled in", matrix("q", ["r", "s"], ["no", "yes"]), { "q--s": "yes" }, { s: "yes" }],
    ["a number", number("q"), { q: " 1 200 " }, 1200],
    ["a number in Arabic digits", number("q"), { q: "١٢" }, 12],
    ["a decimal with a comma", number("q", { decimals: true }), { q: "3,5" }, 3.5],
    ["numbers by row", numberByRow("q", rows), { "q--r": "2", "q--s": "" }, { r: 2 }],
    ["a quarter", quarter("q"), { q: "2026-Q3" }, "2026-Q3"],
    ["quarters by row", quarterByRow("q", rows), { "q--s": "2025-Q4" }, { s: "2025-Q4" }],
    [
      "regions and countries",
      places("q"),
      { q: ["asia_pacific", "africa"], "q--country-1": "KE" },
      { regions: ["africa", "asia_pacific"], countries: ["KE"] },
    ],
    ["a country without a region", places("q"), { "q--country-2": "KE" }, { regions: [], countries: ["KE"] }],
    ["a ranking", ranking("q", ["a", "b", "c"], 2), { "q--1": "c", "q--2": "a" }, ["c", "a"]],
    ["a short text, trimmed", text("q"), { q: "  words " }, "words"],
    ["a long text with its lines", longText("q"), { q: "one\r\ntwo" }, "one\ntwo"],
    ["nothing of a statement", statement("q"), { q: "forged" }, undefined],
    ["nothing where nothing was filled in", yesNo("q"), { q: "" }, undefined],
    ["nothing of a name that every object has", text("q"), {}, undefined],
    ["declining, among options", yesNo("q", { mayDecline: true }), { q: "prefer_not_to_say" }, DECLINED],
    ["declining, by a box", number("q", { mayDecline: true }), { "q--decline": "yes" }, DECLINED],
    [
      "declining where an answer must be given",
      manyOf("q", ["a", "b"], { ...must, mayDecline: true }),
      { q: "prefer_not_to_say" },
      DECLINED,
    ],
  ])("is %s", (_, question, filled, value) => {
    expect(read(question, filled)).toEqual(value);
  });
});

describe("an answer that cannot be read says where and why", () => {
  test.each<[string, Question, Filled, readonly string[]]>([
    ["no choice", yesNo("q", must), {}, ["q: choose-one"]],
    ["no box", manyOf("q", ["a", "b"], must), {}, ["q: choose-any"]],
    ["no text", text("q", must), { q: "  " }, ["q: enter-text"]],
    ["no number", number("q", must), {}, ["q: enter-number"]],
    ["no quarter", quarter("q", must), {}, ["q: choose-quarter"]],
    ["no place", places("q", must), {}, ["q: choose-place"]],
    ["no ranking", ranking("q", ["a", "b"], 2, must), {}, ["q--1: rank-all"]],
    ["half a ranking", ranking("q", ["a", "b"], 2, must), { "q--1": "a" }, ["q--2: rank-all"]],
    ["no row at all", matrix("q", ["r", "s"], ["no", "yes"], must), {}, ["q--r: answer-each-row"]],
    ["an open row", matrix("q", ["r", "s"], ["no", "yes"], must), { "q--r": "no" }, ["q--s: answer-each-row"]],
    ["an answer that was not offered", oneOf("q", ["a", "b"]), { q: "c" }, ["q: unknown-choice"]],
    ["a box that was not offered", manyOf("q", ["a", "b"]), { q: ["a", "c"] }, ["q: unknown-choice"]],
    [
      "an answer to a row that was not offered",
      matrix("q", ["r"], ["no", "yes"]),
      { "q--r": "never" },
      ["q--r: unknown-choice"],
    ],
    ["unsure where it was not offered", yesNo("q"), { q: "unsure" }, ["q: unknown-choice"]],
    ["none with something", manyOf("q", ["a", "none"]), { q: ["a", "none"] }, ["q: alone"]],
    ["too many boxes", manyOf("q", ["a", "b"], { atMost: 1 }), { q: ["a", "b"] }, ["q: too-many"]],
    [
      "declining with an answer",
      manyOf("q", ["a", "b"], { mayDecline: true }),
      { q: ["a", "prefer_not_to_say"] },
      ["q: declined-and-answered"],
    ],
    [
      "declining with words",
      number("q", { mayDecline: true }),
      { q: "many", "q--decline": "yes" },
      ["q: declined-and-answered"],
    ],
    ["words for a number", number("q"), { q: "a dozen" }, ["q: not-a-number"]],
    ["a part of a person", number("q"), { q: "1.5" }, ["q: not-whole"]],
    ["too small a number", number("q", { least: 1 }), { q: "0" }, ["q: too-small"]],
    ["too large a number", numberByRow("q", { ...rows, most: 5 }), { "q--s": "6" }, ["q--s: too-large"]],
    ["a quarter out of bounds", quarter("q", { earliest: "2026-Q1" }), { q: "2025-Q4" }, ["q: quarter-outside"]],
    ["a quarter that is none", quarter("q"), { q: "2025-Q5" }, ["q: unknown-choice"]],
    ["a country that is none", places("q"), { "q--country-2": "ZZ" }, ["q--country-2: unknown-choice"]],
    ["a country twice", places("q"), { "q--country-1": "KE", "q--country-2": "KE" }, ["q--country-2: country-twice"]],
    ["a rank twice", ranking("q", ["a", "b"], 2), { "q--1": "a", "q--2": "a" }, ["q--2: rank-twice"]],
    ["a rank left out", ranking("q", ["a", "b"], 2), { "q--2": "a" }, ["q--1: rank-gap"]],
    ["too long a text", text("q", { most: 3 }), { q: "four" }, ["q: too-long"]],
    ["an account number", longText("q"), { q: "It was GB82 WEST 1234 5698 7654 32." }, ["q: account-number"]],
    ["a sign that nobody sees", text("q"), { q: "a\u202eb" }, ["q: unseen-characters"]],
  ])("%s", (_, question, filled, errors) => {
    expect(read(question, filled)).toEqual(errors);
  });
});
