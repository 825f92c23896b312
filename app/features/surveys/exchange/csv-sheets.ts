import { parse } from "csv-parse/sync";
import { csvText } from "#app/kernel/csv.ts";
import { MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetMessage } from "./sheet.ts";

/**
 * All sheets in one file, as tools for XLSForm have it: the name of a sheet stands alone in the first column, its rows
 * begin in the second.
 */
export function csvOf(sheets: readonly Sheet[]): string {
  const lines = sheets.flatMap(({ name, rows }) => [[name], ...rows.map((row) => ["", ...row])]);
  const width = Math.max(0, ...lines.map((line) => line.length));
  const [head = [], ...rest] = lines.map((line) => [...line, ...new Array<string>(width - line.length).fill("")]);
  return csvText(head, rest);
}

/** A text that begins like a formula was given an apostrophe on its way out. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, "");

/** @returns no sheets and what is wrong, for a text that is too long or no CSV */
export function sheetsOfCsv(text: string): {
  readonly sheets: readonly Sheet[];
  readonly messages: readonly SheetMessage[];
} {
  const tooLarge = { sheets: [], messages: [{ code: "workbook-too-large" }] } as const;
  if (text.length > MOST_CHARACTERS) return tooLarge;
  const lines = linesOf(text);
  if (lines !== null && (lines.length > MOST_ROWS || lines.some(({ length }) => length > MOST_COLUMNS)))
    return tooLarge;
  if (lines === null) return { sheets: [], messages: [{ code: "not-csv" }] };
  const sheets: { name: string; rows: string[][] }[] = [];
  for (const [first = "", ...cells] of lines) {
    if (first.trim() !== "") sheets.push({ name: first.trim(), rows: [] });
    else sheets.at(-1)?.rows.push(cells.map(plain));
  }
  return { sheets, messages: [] };
}

function linesOf(text: string): string[][] | null {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false });
  } catch {
    return null;
  }
}
