import type { Respondent } from "#app/features/surveys/results/sample.ts";
import {
  ALL,
  ASKED,
  type CellAt,
  NO_ANSWER,
  NOT_ASKED,
  type SurveyDimension,
  type SurveyLine,
  type SurveyTableSpec,
} from "./survey-subject.ts";

/** The one code of those who have said nothing. */
export const NONE = [NO_ANSWER];

/** What somebody said, or `NONE`. */
export type Said = SurveyDimension["codesOf"];

/** Whether somebody was asked a question, or one row of it. */
export const isAsked =
  (question: string, row: string | null = null) =>
  ({ asked }: Respondent): boolean => {
    const rows = asked.get(question);
    return rows !== undefined && (row === null || rows.includes(row));
  };

/**
 * A table of those who were asked. Who gave no answer is one of its rows: left out, those few would stand between two
 * tables by subtraction, and a mark would have to hide how many were asked.
 */
export function amongAsked(
  name: string,
  codes: readonly string[],
  codesOf: Said,
  wasAsked: (one: Respondent) => boolean,
) {
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

/** One line with one count: how many of those asked say so. */
export const line = (code: string, base: CellAt, count: CellAt, level: SurveyLine["level"] = "row"): SurveyLine => ({
  ...{ code, level, base },
  counts: [count],
});
