import { valuesOf } from "#app/features/surveys/instruments/answer-codes.ts";
import { codesIn, isDeclined, rowsIn, type Value } from "#app/features/surveys/instruments/answer-value.ts";
import { type Instrument, type Question, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { isApart, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { rowCodes } from "#app/features/surveys/instruments/offered-rows.ts";
import type { Respondent } from "./sample.ts";

/** What can be counted by codes: a question, or one row of a matrix. */
export interface Variable {
  /** `q7`, or `q13.account_closed` */
  readonly name: string;
  readonly question: Question;
  readonly row: string | null;
  readonly codes: readonly string[];
  /** whether one organisation may have given several codes: then shares do not add up to one */
  readonly isSeveral: boolean;
}

/** What somebody said: codes, or why there are none. */
export type Said = readonly string[] | "not-asked" | "empty" | "declined";

const SEVERAL: readonly Question["kind"][] = ["many-of", "places", "ranking"];

/** Everything that can be counted by codes, in the order in which it is asked. What is kept apart is not among it. */
export function variablesOf(instrument: Instrument): readonly Variable[] {
  return questionsOf(instrument).flatMap((question) => variablesIn(instrument, question));
}

/** Those of one question: itself, or each of its rows; none where it is not answered in codes. */
export function variablesIn(instrument: Instrument, question: Question): readonly Variable[] {
  const codes = valuesOf(question);
  if (codes.length === 0 || isApart(question)) return [];
  const isSeveral = SEVERAL.includes(question.kind);
  if (rowsSourceOf(question) === null) return [{ name: question.name, question, row: null, codes, isSeveral }];
  return rowCodes(instrument, question).map((row) => ({
    name: `${question.name}.${row}`,
    ...{ question, row, codes, isSeveral },
  }));
}

/** What one respondent said to a question, or to the row of it that the variable is. */
export function said({ question, row }: Pick<Variable, "question" | "row">, respondent: Respondent): Said {
  const rows = respondent.asked.get(question.name);
  if (rows === undefined || (row !== null && !rows.includes(row))) return "not-asked";
  const value: Value | undefined = respondent.answers[question.name];
  if (value === undefined) return "empty";
  if (isDeclined(value)) return "declined";
  if (row === null) return codesIn(value);
  const byRow = rowsIn(value);
  return byRow && Object.hasOwn(byRow, row) ? [String(byRow[row])] : "empty";
}
