import { codesIn, isDeclined, rowsIn, type Value } from "#app/features/surveys/instruments/answer-value.ts";
import { choicesOf } from "#app/features/surveys/instruments/choices.ts";
import { codesIn as codesOfList } from "#app/features/surveys/instruments/code-lists.ts";
import { type Instrument, type Question, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { optionsSourceOf, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { possibleRows } from "#app/features/surveys/instruments/offered-rows.ts";
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
const YES_NO = ["yes", "no"];

/** Everything that can be counted by codes, in the order in which it is asked. What is kept apart is not among it. */
export function variablesOf(instrument: Instrument): readonly Variable[] {
  return questionsOf(instrument).flatMap((question): readonly Variable[] => {
    const codes = codesOf(question);
    if (codes === null || ("apart" in question && question.apart)) return [];
    const isSeveral = SEVERAL.includes(question.kind);
    const rows = rowsSourceOf(question);
    if (rows === null) return [{ name: question.name, question, row: null, codes, isSeveral }];
    return possibleRows(instrument, rows).map(({ code }) => ({
      name: `${question.name}.${code}`,
      ...{ question, row: code, codes, isSeveral },
    }));
  });
}

/** @returns null where a question is not answered in codes */
function codesOf(question: Question): readonly string[] | null {
  if (question.kind === "yes-no") return question.unsure ? [...YES_NO, "unsure"] : YES_NO;
  if (question.kind === "places") return codesOfList("regional_group");
  const options = optionsSourceOf(question);
  return options && choicesOf(options).map(({ code }) => code);
}

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
