import type { Kind, Question, QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import { listNameOf } from "./choice-rows.ts";
import { byRow, placesRows } from "./group-rows.ts";
import {
  commonCells,
  constraint,
  declineRows,
  manyLimits,
  numberCells,
  requiredCell,
  type Writing,
} from "./question-cells.ts";
import type { Row } from "./sheet.ts";
import { OWN, QUARTER_CONSTRAINT } from "./xlsform-columns.ts";

/** The rows of the sheet `survey` for one question: one where XLSForm knows its kind, a group where it does not. */
export function questionRows(question: Question, writing: Writing): readonly Row[] {
  const rowsFor = ROWS[question.kind] as RowsFor<Kind>;
  return rowsFor(question, writing);
}

type RowsFor<K extends Kind> = (question: QuestionOf<K>, writing: Writing) => readonly Row[];

const QUARTERS: Row = { type: "text", ...constraint([QUARTER_CONSTRAINT]) };

const ROWS: { readonly [K in Kind]: RowsFor<K> } = {
  statement: (question, writing) => [{ type: "note", ...commonCells(question, writing) }],
  "yes-no": (question, writing) => [{ ...chosen("select_one", question, writing), [OWN.kind]: "yes-no" }],
  "one-of": (question, writing) => [chosen("select_one", question, writing)],
  band: (question, writing) => [{ ...chosen("select_one", question, writing), [OWN.kind]: "band" }],
  "many-of": (question, writing) => [
    { ...chosen("select_multiple", question, writing), ...constraint(manyLimits(question)) },
  ],
  ranking: (question, writing) =>
    declinable(question, writing, { ...chosen("rank", question, writing), [OWN.places]: String(question.places) }),
  number: (question, writing) => declinable(question, writing, { ...own(question, writing), ...numberCells(question) }),
  quarter: (question, writing) =>
    declinable(question, writing, { ...own(question, writing), ...QUARTERS, [OWN.kind]: "quarter" }),
  "short-text": (question, writing) => declinable(question, writing, textRow(question, writing)),
  "long-text": (question, writing) =>
    declinable(question, writing, { ...textRow(question, writing), appearance: "multiline" }),
  places: placesRows,
  matrix: (question, writing) =>
    byRow(question, writing, { type: `select_one ${listNameOf(question)}` }, { appearance: "table-list" }),
  "number-by-row": (question, writing) => byRow(question, writing, numberCells(question)),
  "quarter-by-row": (question, writing) => byRow(question, writing, QUARTERS),
};

const own = (question: Question, writing: Writing): Row => ({
  ...commonCells(question, writing),
  ...requiredCell(question),
});

const chosen = (type: string, question: Question, writing: Writing): Row => ({
  type: `${type} ${listNameOf(question)}`,
  ...own(question, writing),
});

const textRow = (question: QuestionOf<"short-text" | "long-text">, writing: Writing): Row => ({
  ...{ type: "text", ...own(question, writing) },
  ...constraint([`string-length(.) <= ${question.most}`]),
});

/** The box that declines is asked of whoever is asked the question. */
function declinable(question: Question, writing: Writing, row: Row): readonly Row[] {
  const { relevant } = row;
  return [row, ...declineRows(question, writing, relevant ? { relevant } : {})];
}
