import { isCarried, isListed, type Rows } from "#app/features/surveys/instruments/choices.ts";
import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import {
  findQuestion,
  type Instrument,
  type Question,
  type QuestionOf,
} from "#app/features/surveys/instruments/instrument.ts";
import { rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { possibleRows } from "#app/features/surveys/instruments/offered-rows.ts";
import { COUNTRIES, listCells, REGIONS } from "./choice-rows.ts";
import { cellsOf } from "./languages.ts";
import { commonCells, declineRows, requiredCell, type Writing } from "./question-cells.ts";
import type { Row } from "./sheet.ts";
import { countryVariable, regionsVariable, rowVariable } from "./variables.ts";
import { OWN } from "./xlsform-columns.ts";
import { xpathOf } from "./xpath-write.ts";

/** A question that is several variables there: a group, which says in a column of ours what it is one of. */
function grouped(question: Question, writing: Writing, inner: readonly Row[], more: Row = {}): readonly Row[] {
  return [
    { type: "begin_group", ...commonCells(question, writing), ...more, [OWN.kind]: question.kind },
    ...inner,
    ...declineRows(question, writing),
    { type: "end_group" },
  ];
}

/** Regions to tick, and a list of countries for each that may be named. */
export function placesRows(question: QuestionOf<"places">, writing: Writing): readonly Row[] {
  const { name } = question;
  const label = cellsOf("label", question.label);
  const regions = {
    type: `select_multiple ${REGIONS}`,
    name: regionsVariable(name),
    ...label,
    ...requiredCell(question),
  };
  const countries = Array.from({ length: question.countries }, (_, at) => ({
    type: `select_one ${COUNTRIES}`,
    name: countryVariable(name, at + 1),
    ...label,
  }));
  return grouped(question, writing, [regions, ...countries]);
}

type RowQuestion = QuestionOf<"matrix" | "number-by-row" | "quarter-by-row">;

/**
 * A variable for each row.
 * @param cells  what every row of the group has: its type, and what it may hold
 * @param more  of the group itself
 */
export function byRow(question: RowQuestion, writing: Writing, cells: Row, more: Row = {}): readonly Row[] {
  const { instrument, words } = writing;
  const { rows } = question;
  const inner = possibleRows(instrument, question).map(({ code, source }) => ({
    ...cells,
    name: rowVariable(question.name, code),
    ...cellsOf("label", isListed(source) ? words(source.list, code) : source.label),
    ...requiredCell(question),
    ...(isListed(source) && !isCarried(rows) && listCells(source)),
    ...(isCarried(rows) && { relevant: xpathOf(instrument, carriedCondition(instrument, rows, code)) }),
  }));
  return grouped(question, writing, inner, { ...more, ...(isCarried(rows) && carriedCells(rows)) });
}

type Carried = Extract<Rows, { from: string }>;

const carriedCells = ({ from, where = [], except = [] }: Carried): Row => ({
  [OWN.from]: from,
  [OWN.where]: where.join(" "),
  [OWN.except]: except.join(" "),
});

/** Which earlier answer makes a row appear. */
function carriedCondition(instrument: Instrument, { from, where }: Carried, code: string): Condition {
  const origin = findQuestion(instrument, from);
  if (!origin || rowsSourceOf(origin) === null) return { op: "includes", question: from, value: code };
  if (where) return { op: "any-row", question: from, rows: [code], values: where };
  return { op: "answered", question: rowVariable(from, code) };
}
