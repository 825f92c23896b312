import { isListed } from "#app/features/surveys/instruments/choices.ts";
import { type Instrument, type Question, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { isApart, optionsSourceOf, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { rowCodes } from "#app/features/surveys/instruments/offered-rows.ts";
import { happenedRows, INCIDENTS, isFinancial, outsideUs } from "#app/features/surveys/results/indicators.ts";
import type { Respondent } from "#app/features/surveys/results/sample.ts";
import { said, type Variable, variablesOf } from "#app/features/surveys/results/variable.ts";

/** Codes of our own, with a sign before them, so that none is a code of an answer: ALL is a currency. */
export const ALL = "_all";
export const [ASKED, NOT_ASKED] = ["_asked", "_not_asked"];
/** Left empty, or "prefer not to say": one category, for each alone would be a handful. */
export const NO_ANSWER = "_no_answer";
export const [FINANCIAL, NOT_FINANCIAL] = ["_financial", "_not_financial"];
export const [OTHER, NOT_OTHER] = ["_other", "_not_other"];
export const [OUTSIDE, INSIDE] = ["_outside_us", "_in_us"];

/** One column of the data, with every addition that holds among its codes. */
export interface SurveyDimension {
  readonly name: string;
  readonly sums: readonly (readonly [string, readonly string[]])[];
  readonly codesOf: (respondent: Respondent) => readonly string[];
  /** whether somebody was asked: that everybody in a table was says nothing of any of them */
  readonly isBase?: true;
}

/** A table of one dimension, of those with one code of another. */
export interface SurveyTableSpec {
  readonly id: string;
  readonly dimension: string;
  readonly where: readonly [dimension: string, code: string];
  /** nobody in it can have given no answer, which everybody knows: a mark there would hide nothing */
  readonly hasAllAnswered?: true;
}

export interface CellAt {
  readonly table: string;
  readonly code: string;
}

/** A line as it is printed: how many were asked, and how many of them say so. */
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
    return [ofQuestion(question, own[0]!.codes, answersTo(own[0]!))];
  });
}

/** In which money an amount was given says nothing by itself. */
const isOfCurrency = (question: Question): boolean =>
  (optionsSourceOf(question) ?? []).some((source) => isListed(source) && source.list === "currency");

const NONE = [NO_ANSWER];

/** What somebody said, or the one code of those who have said nothing. */
type Said = SurveyDimension["codesOf"];

const answersTo =
  (variable: Variable): Said =>
  (respondent) => {
    const codes = said(variable, respondent);
    return typeof codes === "string" || codes.length === 0 ? NONE : codes;
  };

const isAsked =
  (question: string, row: string | null = null) =>
  ({ asked }: Respondent): boolean => {
    const rows = asked.get(question);
    return rows !== undefined && (row === null || rows.includes(row));
  };

/**
 * A table of those who were asked. Who gave no answer is one of its rows: left out, those few would stand between two
 * tables by subtraction, and a mark would have to hide how many were asked.
 */
function amongAsked(name: string, codes: readonly string[], codesOf: Said, wasAsked: (one: Respondent) => boolean) {
  const base = `${name}_asked`;
  return {
    dimensions: [
      {
        name: base,
        sums: [[ALL, [ASKED, NOT_ASKED]]],
        codesOf: (respondent) => [wasAsked(respondent) ? ASKED : NOT_ASKED],
        isBase: true,
      },
      { name, sums: [[ALL, [...codes, NO_ANSWER]]], codesOf },
    ] satisfies SurveyDimension[],
    table: { id: name, dimension: name, where: [base, ASKED] } satisfies SurveyTableSpec,
    base: { table: name, code: ALL },
  };
}

/** One answer each, or several: the room sees which. */
function ofQuestion(question: Question, codes: readonly string[], codesOf: Said, told = codes): SurveySubject {
  const id = question.name;
  const { dimensions, table, base } = amongAsked(id, codes, codesOf, isAsked(id));
  return {
    ...{ id, question, columns: [], dimensions, tables: [table] },
    lines: [...told, NO_ANSWER].map((code) => line(code, base, { table: id, code })),
  };
}

/** One answer to each row: a line for each, its answers as columns. */
function byRow(question: Question, variables: readonly Variable[]): SurveySubject {
  const columns = [...variables[0]!.codes, NO_ANSWER];
  const rows = variables.map((variable) => {
    const name = `${question.name}-${variable.row}`.toLowerCase();
    const wasAsked = isAsked(question.name, variable.row);
    return {
      ...{ code: variable.row ?? "", name },
      ...amongAsked(name, variables[0]!.codes, answersTo(variable), wasAsked),
    };
  });
  return {
    ...{ id: question.name, question, columns },
    dimensions: rows.flatMap(({ dimensions }) => dimensions),
    tables: rows.map(({ table }) => table),
    lines: rows.map(({ code, name, base }) => ({
      ...{ code, level: "row", base },
      counts: columns.map((column) => ({ table: name, code: column })),
    })),
  };
}

/**
 * What happened. The same organisations stand in many rows, and "any financial problem" is the union of those about money:
 * rows are options of one question here, of those to whom any of them happened. Rows about other things are options of
 * another, for a union of all would differ from that of money by a handful, which a reader would subtract.
 */
function ofIncidents(instrument: Instrument, question: Question): SurveySubject {
  const rows = rowCodes(instrument, question);
  const [money, others] = [rows.filter(isFinancial), rows.filter((row) => !isFinancial(row))];
  const parts = [
    unionOf(question.name, { any: FINANCIAL, none: NOT_FINANCIAL, rows: money }),
    unionOf(`${question.name}_other`, { any: OTHER, none: NOT_OTHER, rows: others }),
  ].filter((part) => part.rows.length > 0);
  return {
    ...{ id: question.name, question, columns: [] },
    dimensions: parts.flatMap(({ dimensions }) => dimensions),
    tables: parts.flatMap(({ tables }) => tables),
    lines: parts.flatMap(({ lines }) => lines),
  };
}

interface Union {
  /** codes of those to whom any of the rows happened, and of those to whom none did */
  readonly any: string;
  readonly none: string;
  readonly rows: readonly string[];
}

function unionOf(id: string, { any, none, rows }: Union) {
  const among = (respondent: Respondent) => happenedRows(respondent)?.filter((row) => rows.includes(row)) ?? null;
  const union = `${id}_any`;
  const standing: Said = (respondent) => {
    const happened = among(respondent);
    return happened === null ? NONE : [happened.length > 0 ? any : none];
  };
  const { dimensions, table, base } = amongAsked(union, [any, none], standing, isAsked(INCIDENTS));
  const options: SurveyDimension = {
    name: id,
    sums: [[ALL, [...rows, NO_ANSWER]]],
    codesOf(respondent) {
      const happened = among(respondent);
      return happened === null || happened.length === 0 ? NONE : happened;
    },
  };
  return {
    rows,
    dimensions: [...dimensions, options],
    tables: [table, { id, dimension: id, where: [union, any], hasAllAnswered: true }] satisfies SurveyTableSpec[],
    lines: [
      line(any, base, { table: union, code: any }, "group"),
      ...rows.map((code) => line(code, base, { table: id, code })),
    ],
  };
}

/** Whether any of the institutions is outside the United States. */
function ofPlaces(question: Question): SurveySubject {
  const codesOf: Said = (respondent) => {
    const is = outsideUs(respondent);
    return is === null ? NONE : [is ? OUTSIDE : INSIDE];
  };
  return ofQuestion(question, [OUTSIDE, INSIDE], codesOf, [OUTSIDE]);
}

const line = (code: string, base: CellAt, count: CellAt, level: SurveyLine["level"] = "row"): SurveyLine => ({
  ...{ code, level, base },
  counts: [count],
});
