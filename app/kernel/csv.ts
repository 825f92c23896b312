/** Characters with which a spreadsheet would begin to compute instead of read. */
const FORMULA = /^[=+\-@\t\r]/;
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Without the marks that turn the direction of text: in a file they could show one thing and hold another. */
export const withoutDirectionMarks = (text: string): string => text.replace(DIRECTION_MARKS, "");

export type CsvCell = string | number | null;

/**
 * Comma-separated values after RFC 4180: every cell in quotes, CRLF after every row.
 * A text that a spreadsheet would take for a formula gets a leading apostrophe; null becomes an empty cell.
 */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(quoted).join()}\r\n`).join("");
}

function quoted(cell: CsvCell): string {
  if (cell === null) return '""';
  if (typeof cell === "number") return `"${cell}"`;
  const plain = withoutDirectionMarks(cell);
  return `"${(FORMULA.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}
