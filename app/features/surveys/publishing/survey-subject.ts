import { isListed } from "#app/features/surveys/instruments/choices.ts";
import { type Instrument, type Question, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { isApart, optionsSourceOf, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { possibleRows } from "#app/features/surveys/instruments/offered-rows.ts";
import { happenedRows, INCIDENTS, isFinancial, outsideUs } from "#app/features/surveys/results/indicators.ts";
import type { Respondent } from "#app/features/surveys/results/sample.ts";
import { said, type Variable, variablesOf } from "#app/features/surveys/results/variable.ts";

/** Codes of our own, with a sign before them, so that none is a code of an answer: ALL is a currency. */
export const ALL = "_all";
export const ANSWERED = "_answered";
/** Not asked, left empty, or "prefer not to say": one category, for each alone would be a handful. */
export const NO_ANSWER = "_no_answer";
export const HAPPENED = "_happened";
export const NOTHING = "_nothing";
export const FINANCIAL = "_financial";
export const [OUTSIDE, INSIDE] = ["_outside_us", "_in_us"];

/** One column of the data, with every addition that holds among its codes. */
export interface SurveyDimension {
  readonly name: string;
  readonly sums: readonly (readonly [string, readonly string[]])[];
  readonly codesOf: (respondent: Respondent) => readonly string[];
}

/** A table of one dimension, of everybody or of those with one code of another. */
export interface SurveyTableSpec {
  readonly id: string;
  readonly dimension: string;
  readonly where?: readonly [dimension: string, code: string];
}

export interface CellAt {
  readonly table: string;
  readonly code: string;
}

/** A line as it is printed: of how many, and how many of them. */
export interface SurveyLine {
  readonly code: string;
  readonly level: "group" | "row";
  readonly base: CellAt;
  /** in the order of the subject's columns */
  readonly counts: readonly CellAt[];
}

/** What a table of a survey can be about: one question, in the way that keeps what a reader knows about it in one system. */
export interface SurveySubject {
  /** name of the question, which names the table too */
  readonly id: string;
  readonly question: Question;
  /** codes of the answers that stand as columns; none where lines are counted whole */
  readonly columns: readonly string[];
  readonly dimensions: readonly SurveyDimension[];
  readonly tables: readonly SurveyTableSpec[];
  readonly lines: readonly SurveyLine[];
}

/** Questions about the answers themselves, which say nothing of what sanctions do. */
const ABOUT_ANSWERING: readonly string[] = ["q1", "q2"];
/** Where institutions are: asked with countries, told as whether they are in the United States. */
const INSTITUTION_PLACES = "q17";

/**
 * Everything a survey can print, in the order in which it is asked. A question stands in one way only: two tables of the
 * same answers, an indicator and its question, would add up to what neither of them shows.
 */
export function subjectsOf(instrument: Instrument): readonly SurveySubject[] {
  const variables = variablesOf(instrument);
  return questionsOf(instrument).flatMap((question): SurveySubject[] => {
    if (isApart(question) || ABOUT_ANSWERING.includes(question.name)) return [];
    const own = variables.filter((one) => one.question === question);
    if (question.name === INCIDENTS) return [ofIncidents(instrument, question)];
    if (question.name === INSTITUTION_PLACES) return [ofPlaces(question)];
    if (own.length === 0 || isOfCurrency(question)) return [];
    if (rowsSourceOf(question)) return [byRow(question, own)];
    return [own[0]!.isSeveral ? ofSeveral(question, own[0]!) : ofOne(question, own[0]!)];
  });
}

/** In which money an amount was given says nothing by itself. */
const isOfCurrency = (question: Question): boolean =>
  (optionsSourceOf(question) ?? []).some((source) => isListed(source) && source.list === "currency");

export function findSubject(instrument: Instrument, id: string): SurveySubject | null {
  return subjectsOf(instrument).find((subject) => subject.id === id) ?? null;
}

const UNANSWERED = [NO_ANSWER];

/** The answers of one variable, or the one code of those who have given none. */
const answersTo =
  (variable: Variable) =>
  (respondent: Respondent): readonly string[] => {
    const codes = said(variable, respondent);
    return typeof codes === "string" || codes.length === 0 ? UNANSWERED : codes;
  };

const isAnswered =
  (variable: Variable) =>
  (respondent: Respondent): readonly string[] =>
    answersTo(variable)(respondent) === UNANSWERED ? UNANSWERED : [ANSWERED];

/** One answer each: they add up. */
function ofOne(question: Question, variable: Variable): SurveySubject {
  const id = question.name;
  return {
    ...{ id, question, columns: [] },
    dimensions: [dimensionOfOne(id, variable)],
    tables: [{ id, dimension: id }],
    lines: variable.codes.map((code) => line(code, { table: id, code: ANSWERED }, { table: id, code })),
  };
}

const dimensionOfOne = (name: string, variable: Variable): SurveyDimension => ({
  name,
  sums: [
    [ALL, [ANSWERED, NO_ANSWER]],
    [ANSWERED, variable.codes],
  ],
  codesOf: answersTo(variable),
});

/** Several answers each: who answered at all stands in a table of its own, where it adds up exactly. */
function ofSeveral(question: Question, variable: Variable): SurveySubject {
  const id = question.name;
  const base = `${id}_answered`;
  return {
    ...{ id, question, columns: [] },
    dimensions: [
      { name: base, sums: [[ALL, [ANSWERED, NO_ANSWER]]], codesOf: isAnswered(variable) },
      { name: id, sums: [[ALL, [...variable.codes, NO_ANSWER]]], codesOf: answersTo(variable) },
    ],
    tables: [
      { id: base, dimension: base },
      { id, dimension: id, where: [base, ANSWERED] },
    ],
    lines: variable.codes.map((code) => line(code, { table: base, code: ANSWERED }, { table: id, code })),
  };
}

/** One answer to each row: a line for each, its answers as columns. */
function byRow(question: Question, variables: readonly Variable[]): SurveySubject {
  const nameOf = ({ row }: Variable) => `${question.name}-${row}`.toLowerCase();
  const columns = variables[0]!.codes;
  return {
    ...{ id: question.name, question, columns },
    dimensions: variables.map((variable) => dimensionOfOne(nameOf(variable), variable)),
    tables: variables.map((variable) => ({ id: nameOf(variable), dimension: nameOf(variable) })),
    lines: variables.map((variable) => ({
      ...{ code: variable.row ?? "", level: "row", base: { table: nameOf(variable), code: ANSWERED } },
      counts: columns.map((code) => ({ table: nameOf(variable), code })),
    })),
  };
}

/**
 * What happened, of all rows together: the same organisations stand in many rows, and "any of them" is their union. So
 * rows are options of one question here, of those to whom something happened.
 */
function ofIncidents(instrument: Instrument, question: Question): SurveySubject {
  const id = question.name;
  const base = `${id}_answered`;
  const rows = possibleRows(instrument, rowsSourceOf(question) ?? []).map(({ code }) => code);
  const [money, others] = [rows.filter(isFinancial), rows.filter((row) => !isFinancial(row))];
  const codesOf = (respondent: Respondent) => {
    const happened = happenedRows(respondent);
    return happened === null || happened.length === 0 ? UNANSWERED : happened;
  };
  const standing = (respondent: Respondent) => {
    const happened = happenedRows(respondent);
    return happened === null ? UNANSWERED : [happened.length > 0 ? HAPPENED : NOTHING];
  };
  const answered = { table: base, code: ANSWERED };
  const lineOf = (code: string, level: SurveyLine["level"] = "row") => line(code, answered, { table: id, code }, level);
  return {
    ...{ id, question, columns: [] },
    dimensions: [
      {
        name: base,
        sums: [
          [ALL, [ANSWERED, NO_ANSWER]],
          [ANSWERED, [HAPPENED, NOTHING]],
        ],
        codesOf: standing,
      },
      {
        name: id,
        sums: [
          [ALL, [...(money.length > 0 ? [FINANCIAL] : []), ...others, NO_ANSWER]],
          ...(money.length > 0 ? [[FINANCIAL, money] as const] : []),
        ],
        codesOf,
      },
    ],
    tables: [
      { id: base, dimension: base },
      { id, dimension: id, where: [base, HAPPENED] },
    ],
    lines: [
      line(HAPPENED, answered, { table: base, code: HAPPENED }, "group"),
      ...(money.length > 0 ? [lineOf(FINANCIAL, "group"), ...money.map((code) => lineOf(code))] : []),
      ...others.map((code) => lineOf(code)),
    ],
  };
}

/** Whether any of the institutions is outside the United States. */
function ofPlaces(question: Question): SurveySubject {
  const id = question.name;
  const codesOf = (respondent: Respondent) => {
    const is = outsideUs(respondent);
    return is === null ? UNANSWERED : [is ? OUTSIDE : INSIDE];
  };
  return {
    ...{ id, question, columns: [] },
    dimensions: [
      {
        name: id,
        sums: [
          [ALL, [ANSWERED, NO_ANSWER]],
          [ANSWERED, [OUTSIDE, INSIDE]],
        ],
        codesOf,
      },
    ],
    tables: [{ id, dimension: id }],
    lines: [line(OUTSIDE, { table: id, code: ANSWERED }, { table: id, code: OUTSIDE })],
  };
}

const line = (code: string, base: CellAt, count: CellAt, level: SurveyLine["level"] = "row"): SurveyLine => ({
  ...{ code, level, base },
  counts: [count],
});
