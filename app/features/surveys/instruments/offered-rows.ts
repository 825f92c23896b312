import { type Answers, codesIn, isDeclined, rowsIn } from "./answer-value.ts";
import { type CarriedRows, type Choice, choicesOf, isCarried } from "./choices.ts";
import { findQuestion, type Instrument, type Question } from "./instrument.ts";
import { optionsSourceOf, rowsSourceOf } from "./kinds.ts";

/** Every row that a question could ever have, whatever was answered before it; none where its kind has none. */
export function possibleRows(instrument: Instrument, question: Question): readonly Choice[] {
  const rows = rowsSourceOf(question);
  if (rows === null) return [];
  if (!isCarried(rows)) return choicesOf(rows);
  const origin = findQuestion(instrument, rows.from);
  if (!origin) return [];
  const source = rowsSourceOf(origin) ?? optionsSourceOf(origin);
  // Rows that are carried on come from a list in the end: an instrument with a circle has faults and is not asked.
  if (!source || (isCarried(source) && source.from === rows.from)) return [];
  return (isCarried(source) ? carriedOnce(instrument, source) : choicesOf(source)).filter(
    ({ code }) => !rows.except?.includes(code),
  );
}

/** The codes of all rows that a question could ever have. */
export const rowCodes = (instrument: Instrument, question: Question): readonly string[] =>
  possibleRows(instrument, question).map(({ code }) => code);

/** Rows are carried twice at most; a third time is a fault (`carried-too-far`). */
function carriedOnce(instrument: Instrument, rows: CarriedRows): readonly Choice[] {
  const origin = findQuestion(instrument, rows.from);
  const source = origin && (rowsSourceOf(origin) ?? optionsSourceOf(origin));
  if (!source || isCarried(source)) return [];
  return choicesOf(source).filter(({ code }) => !rows.except?.includes(code));
}

/** The rows that are asked now. None: there is nothing to ask. */
export function offeredRows(instrument: Instrument, question: Question, answers: Answers): readonly Choice[] {
  const rows = rowsSourceOf(question);
  if (rows === null) return [];
  const possible = possibleRows(instrument, question);
  return isCarried(rows) ? possible.filter(({ code }) => isCarriedOver(rows, code, answers[rows.from])) : possible;
}

function isCarriedOver({ where }: CarriedRows, code: string, value: Answers[string] | undefined): boolean {
  if (value === undefined || isDeclined(value)) return false;
  const byRow = rowsIn(value);
  if (byRow === null) return codesIn(value).includes(code);
  return Object.hasOwn(byRow, code) && (where === undefined || where.includes(String(byRow[code])));
}
