import { isCountryCode } from "#app/features/registers/regional-groups.ts";
import { valuesOf } from "#app/features/surveys/instruments/answer-codes.ts";
import { DECLINED, type Value } from "#app/features/surveys/instruments/answer-value.ts";
import { type Choice, choicesOf } from "#app/features/surveys/instruments/choices.ts";
import type { Kind, Question, QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import { isRequired, mayDecline } from "#app/features/surveys/instruments/kinds.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import type { RoutedQuestion } from "#app/features/surveys/instruments/routing.ts";
import { accountNumberPlaces } from "#app/kernel/account-number-mask.ts";
import { UNSEEN } from "#app/kernel/unseen-characters.ts";
import type { AnswerErrorCode } from "./answer-error.ts";
import {
  countryField,
  declineField,
  declinesByOption,
  type Filled,
  rankField,
  rowField,
  textAt,
  textsAt,
} from "./field-names.ts";
import { readNumber } from "./read-number.ts";

/** An answer, or nothing where none was given; or what is wrong and beside which field. */
export type AnswerRead =
  | { readonly value: Value | undefined }
  | { readonly wrong: readonly { readonly field: string; readonly code: AnswerErrorCode }[] };

const given = (value: Value | undefined): AnswerRead => ({ value });
const wrong = (field: string, code: AnswerErrorCode): AnswerRead => ({ wrong: [{ field, code }] });

interface Asked<Of extends Question> {
  readonly question: Of;
  readonly rows: readonly Choice[];
  readonly filled: Filled;
}
type Reader<K extends Kind> = (asked: Asked<QuestionOf<K>>) => AnswerRead;

/** Reads one question's answer from a form: typed, within its limits, and given where it must be. */
export function readAnswer({ question, rows }: RoutedQuestion, filled: Filled): AnswerRead {
  const read = READERS[question.kind] as Reader<Kind>;
  const answer = read({ question: question as never, rows, filled });
  if (!mayDecline(question)) return orMissing(question, rows, answer);
  const declines = declinesByOption(question)
    ? textsAt(filled, question.name).includes(DECLINE_CODE)
    : textAt(filled, declineField(question.name)) !== "";
  if (!declines) return orMissing(question, rows, answer);
  const isAnswered = "wrong" in answer || answer.value !== undefined;
  return isAnswered ? wrong(firstField(question, rows), "declined-and-answered") : given(DECLINED);
}

function orMissing(question: Question, rows: readonly Choice[], answer: AnswerRead): AnswerRead {
  if ("wrong" in answer || answer.value !== undefined || !isRequired(question)) return answer;
  return wrong(firstField(question, rows), MISSING[question.kind]);
}

/** What is said where an answer must be given and is not. */
const MISSING: Record<Kind, AnswerErrorCode> = {
  statement: "choose-one",
  "yes-no": "choose-one",
  "one-of": "choose-one",
  "many-of": "choose-any",
  band: "choose-one",
  matrix: "answer-each-row",
  number: "enter-number",
  "number-by-row": "answer-each-row",
  quarter: "choose-quarter",
  "quarter-by-row": "answer-each-row",
  places: "choose-place",
  ranking: "rank-all",
  "short-text": "enter-text",
  "long-text": "enter-text",
};

/** Where a question begins, for a link to it. */
function firstField({ kind, name }: Question, rows: readonly Choice[]): string {
  if (kind === "ranking") return rankField(name, 1);
  return rows[0] ? rowField(name, rows[0].code) : name;
}

const READERS: { readonly [K in Kind]: Reader<K> } = {
  statement: () => given(undefined),
  "yes-no": oneCode,
  "one-of": oneCode,
  band: oneCode,
  "many-of": manyCodes,
  matrix: ({ question, rows, filled }) =>
    byRow(question, rows, (field) => {
      const code = textAt(filled, field);
      return code === "" ? undefined : valuesOf(question).includes(code) ? code : { code: "unknown-choice" };
    }),
  number: ({ question, filled }) => single(question, readNumber(textAt(filled, question.name), question)),
  "number-by-row": ({ question, rows, filled }) =>
    byRow(question, rows, (field) => readNumber(textAt(filled, field), question)),
  quarter: ({ question, filled }) => single(question, readQuarter(textAt(filled, question.name), question)),
  "quarter-by-row": ({ question, rows, filled }) =>
    byRow(question, rows, (field) => readQuarter(textAt(filled, field), question)),
  places,
  ranking,
  "short-text": freeText,
  "long-text": freeText,
};

/** One value, none, or what is wrong with it. */
export type Single = string | number | undefined | { readonly code: AnswerErrorCode };

const isWrong = (read: Single): read is { readonly code: AnswerErrorCode } => typeof read === "object";

function single({ name }: Question, read: Single): AnswerRead {
  return isWrong(read) ? wrong(name, read.code) : given(read);
}

/** Each row on its own; where all must be answered, each that is open says so. */
function byRow(question: Question, rows: readonly Choice[], read: (field: string) => Single): AnswerRead {
  const said = rows.map(({ code }) => ({ code, field: rowField(question.name, code) }));
  const reads = said.map(({ code, field }) => ({ code, field, read: read(field) }));
  const isBegun = reads.some((row) => row.read !== undefined);
  const errors = reads.flatMap(({ field, read: one }): { field: string; code: AnswerErrorCode }[] => {
    if (isWrong(one)) return [{ field, code: one.code }];
    return one === undefined && isBegun && isRequired(question) ? [{ field, code: "answer-each-row" }] : [];
  });
  if (errors.length > 0) return { wrong: errors };
  const answered = reads.flatMap(({ code, read: one }) =>
    one === undefined || isWrong(one) ? [] : [[code, one] as const],
  );
  return given(answered.length > 0 ? Object.fromEntries(answered) : undefined);
}

function oneCode({ question, filled }: Asked<QuestionOf<"yes-no" | "one-of" | "band">>): AnswerRead {
  const code = textAt(filled, question.name);
  if (code === "" || code === DECLINE_CODE) return given(undefined);
  return valuesOf(question).includes(code) ? given(code) : wrong(question.name, "unknown-choice");
}

function manyCodes({ question, filled }: Asked<QuestionOf<"many-of">>): AnswerRead {
  const ticked = textsAt(filled, question.name).filter((code) => code !== DECLINE_CODE);
  const choices = choicesOf(question.options);
  if (ticked.some((code) => !choices.some((choice) => choice.code === code)))
    return wrong(question.name, "unknown-choice");
  // In the order of the options, so that the same answer is always the same text.
  const chosen = choices.filter(({ code }) => ticked.includes(code));
  if (chosen.length > 1 && chosen.some(({ exclusive }) => exclusive)) return wrong(question.name, "alone");
  if (question.atMost !== undefined && chosen.length > question.atMost) return wrong(question.name, "too-many");
  return given(chosen.length > 0 ? chosen.map(({ code }) => code) : undefined);
}

function places({ question, filled }: Asked<QuestionOf<"places">>): AnswerRead {
  const ticked = textsAt(filled, question.name);
  const fields = Array.from({ length: question.countries }, (_, at) => countryField(question.name, at + 1));
  const named = fields.map((field) => ({ field, country: textAt(filled, field) })).filter(({ country }) => country);
  const known = valuesOf(question);
  if (ticked.some((region) => !known.includes(region))) return wrong(question.name, "unknown-choice");
  const unknown = named.find(({ country }) => !isCountryCode(country));
  if (unknown) return wrong(unknown.field, "unknown-choice");
  const countries = named.map(({ country }) => country);
  const twice = named.find(({ country }, at) => countries.indexOf(country) < at);
  if (twice) return wrong(twice.field, "country-twice");
  const regions = known.filter((region) => ticked.includes(region));
  return given(regions.length + countries.length > 0 ? { regions, countries } : undefined);
}

function ranking({ question, filled }: Asked<QuestionOf<"ranking">>): AnswerRead {
  const fields = Array.from({ length: question.places }, (_, at) => rankField(question.name, at + 1));
  const ranks = fields.map((field) => ({ field, code: textAt(filled, field) }));
  const unknown = ranks.find(({ code }) => code !== "" && !valuesOf(question).includes(code));
  if (unknown) return wrong(unknown.field, "unknown-choice");
  const chosen = ranks.filter(({ code }) => code !== "");
  const twice = chosen.find(({ code }, at) => chosen.findIndex((other) => other.code === code) < at);
  if (twice) return wrong(twice.field, "rank-twice");
  const gap = ranks.findIndex(({ code }) => code === "");
  if (chosen.length > 0 && gap >= 0 && gap < chosen.length) return wrong(ranks[gap]!.field, "rank-gap");
  if (isRequired(question) && chosen.length > 0 && gap >= 0) return wrong(ranks[gap]!.field, "rank-all");
  return given(chosen.length > 0 ? chosen.map(({ code }) => code) : undefined);
}

function freeText({ question, filled }: Asked<QuestionOf<"short-text" | "long-text">>): AnswerRead {
  const text = textAt(filled, question.name).replaceAll("\r\n", "\n");
  if (text === "") return given(undefined);
  if (text.length > question.most) return wrong(question.name, "too-long");
  if (UNSEEN.test(text)) return wrong(question.name, "unseen-characters");
  // Nobody needs a whole account number to hear what happened, and a survey must never hold one.
  if (accountNumberPlaces(text).length > 0) return wrong(question.name, "account-number");
  return given(text);
}

const QUARTER = /^(?:19|20|21)\d{2}-Q[1-4]$/;

function readQuarter(text: string, { earliest, latest }: QuestionOf<"quarter"> | QuestionOf<"quarter-by-row">): Single {
  if (text === "") return undefined;
  if (!QUARTER.test(text)) return { code: "unknown-choice" };
  const isInside = (earliest === undefined || text >= earliest) && (latest === undefined || text <= latest);
  return isInside ? text : { code: "quarter-outside" };
}
