import type { Instrument, Question } from "#app/features/surveys/instruments/instrument.ts";
import { rowCodes } from "#app/features/surveys/instruments/offered-rows.ts";
import { happenedRows, INCIDENTS, isFinancial } from "#app/features/surveys/results/indicators.ts";
import type { Respondent } from "#app/features/surveys/results/sample.ts";
import { amongAsked, isAsked, line, NONE, type Said } from "./asked-table.ts";
import {
  ALL,
  FINANCIAL,
  NO_ANSWER,
  NOT_FINANCIAL,
  NOT_OTHER,
  OTHER,
  type SurveyDimension,
  type SurveySubject,
  type SurveyTableSpec,
} from "./survey-subject.ts";

/**
 * What happened. The same organisations stand in many rows, and "any financial problem" is the union of those about money:
 * rows are options of one question here, of those to whom any of them happened. Rows about other things are options of
 * another, for a union of all would differ from that of money by a handful, which a reader would subtract.
 */
export function ofIncidents(instrument: Instrument, question: Question): SurveySubject {
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
