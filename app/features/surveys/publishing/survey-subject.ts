import type { Question } from "#app/features/surveys/instruments/instrument.ts";
import type { Respondent } from "#app/features/surveys/results/sample.ts";

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
