import { z } from "zod";
import {
  type Answers,
  isDeclined,
  isPlaces,
  rowsIn,
  type Value,
  valueSchema,
} from "#app/features/surveys/instruments/answer-value.ts";
import { findQuestion, type Instrument, type Question } from "#app/features/surveys/instruments/instrument.ts";
import { asks } from "#app/features/surveys/instruments/kinds.ts";
import { DECLINE_CODE, nameSchema } from "#app/features/surveys/instruments/names.ts";
import { possibleRows } from "#app/features/surveys/instruments/offered-rows.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { countryField, declineField, declinesByOption, type Filled, rankField, rowField } from "./field-names.ts";
import { readAnswer } from "./read-answer.ts";

/** The longest set of answers: with what is put around it, it still fits the room in which answers are sealed. */
export const MOST_ANSWER_BYTES = 60 * 1024;

const keptSchema = z.strictObject({
  instrument: nameSchema,
  version: z.number().int().min(1),
  answers: z.record(nameSchema, valueSchema),
});

type NotKept = Extract<Refusal, { kind: "invalid" }>;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** One text for one set of answers, whatever the order in which they were given. */
export function answersText(instrument: Instrument, answers: Answers): Result<string, NotKept> {
  const kept = { instrument: instrument.name, version: instrument.version, answers };
  const text = canonicalJson(kept as unknown as Json);
  return bytesOf(text) <= MOST_ANSWER_BYTES ? ok(text) : refuse({ kind: "invalid", code: "answers.too-large" });
}

/** Reads them back for the version they were given to. An answer that this version cannot hold is left out. */
export function readAnswersText(instrument: Instrument, text: string): Result<Answers, NotKept> {
  if (bytesOf(text) > MOST_ANSWER_BYTES) return refuse({ kind: "invalid", code: "answers.too-large" });
  const read = keptSchema.safeParse(parsed(text));
  if (!read.success) return refuse({ kind: "invalid", code: "answers.misformed" });
  const { instrument: name, version, answers } = read.data;
  if (name !== instrument.name || version !== instrument.version)
    return refuse({ kind: "invalid", code: "answers.of-another-version" });
  return ok(
    Object.fromEntries(Object.entries(answers).filter(([question, value]) => fits(instrument, question, value))),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer fits where a form that is filled in with it would be read as the same answer. */
function fits(instrument: Instrument, name: string, value: Value): boolean {
  const question = findQuestion(instrument, name);
  if (!question || !asks(question)) return false;
  const rows = possibleRows(instrument, question);
  const lenient = { ...question, required: undefined } as Question;
  const read = readAnswer({ question: lenient, rows }, filledWith(question, value));
  return "value" in read && read.value !== undefined && sameValue(read.value, value);
}

const sameValue = (one: Value, other: Value) => canonicalJson(one as Json) === canonicalJson(other as Json);

/** The fields of a form that hold an answer: what a page shows on a later visit. */
function filledWith(question: Question, value: Value): Filled {
  const { name, kind } = question;
  if (isDeclined(value)) return declinesByOption(question) ? { [name]: DECLINE_CODE } : { [declineField(name)]: "yes" };
  if (isPlaces(value)) {
    const countries = value.countries.map((code, at) => [countryField(name, at + 1), code] as const);
    return { [name]: value.regions, ...Object.fromEntries(countries) };
  }
  const byRow = rowsIn(value);
  if (byRow) return Object.fromEntries(Object.entries(byRow).map(([row, said]) => [rowField(name, row), String(said)]));
  if (Array.isArray(value))
    return kind === "ranking"
      ? Object.fromEntries(value.map((code, at) => [rankField(name, at + 1), code]))
      : { [name]: value };
  return { [name]: String(value) };
}

/** All fields of a page, from the answers given so far. */
export function filledIn(questions: readonly Question[], answers: Answers): Filled {
  return Object.assign(
    {},
    ...questions.flatMap((question) => {
      const value = Object.hasOwn(answers, question.name) ? answers[question.name] : undefined;
      return value === undefined ? [] : [filledWith(question, value)];
    }),
  );
}
