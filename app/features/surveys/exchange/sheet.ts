/** A table as a spreadsheet holds it: all cells are texts, the first row names the columns. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a file may hold, whatever its kind: two million letters are ten standard instruments. */
export const MOST_ROWS = 10_000;
export const MOST_COLUMNS = 300;
export const MOST_CHARACTERS = 2_000_000;

/** Cells by the names of their columns. */
export type Row = Readonly<Record<string, string>>;

/** What is to be told about a file: what it cannot hold, or what could not be read. The words are in `surveys.sheet`. */
export const SHEET_MESSAGES = [
  "own-columns",
  "option-help-lost",
  "quarter-limits-lost",
  "ranking-of-some",
  "apart-for-us-only",
  "not-a-workbook",
  "workbook-too-large",
  "not-csv",
  "sheet-missing",
  "column-missing",
  "language-missing",
  "type-not-held",
  "name-changed",
  "list-missing",
  "group-not-closed",
  "group-not-open",
  "group-not-held",
  "expression-not-held",
  "constraint-not-held",
  "misformed",
] as const;
export type SheetMessageCode = (typeof SHEET_MESSAGES)[number];

export interface SheetMessage {
  readonly code: SheetMessageCode;
  readonly sheet?: string | undefined;
  /** as a spreadsheet counts: the head is row 1 */
  readonly row?: number | undefined;
  readonly item?: string | undefined;
}

/** With these nothing was read at all; all others tell of what was left out. */
const STOPS: readonly SheetMessageCode[] = [
  "not-a-workbook",
  "workbook-too-large",
  "not-csv",
  "sheet-missing",
  "column-missing",
  "group-not-closed",
  "group-not-open",
  "misformed",
];
export const stopsReading = ({ code }: SheetMessage): boolean => STOPS.includes(code);

/** A row by the names of its columns, with its number. */
export interface NamedRow {
  readonly number: number;
  readonly at: (column: string) => string;
}

/** All rows but the head and empty ones, each by the names that the head gives. */
export function namedRows({ rows }: Sheet): readonly NamedRow[] {
  const columns = new Map((rows[0] ?? []).map((column, at) => [column.trim(), at] as const).reverse());
  return rows.slice(1).flatMap((cells, at) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    return [{ number: at + 2, at: (column) => (cells[columns.get(column) ?? -1] ?? "").trim() }];
  });
}

/** A sheet from rows by the names of their columns; a column that nobody fills is left out. */
export function sheetOf(name: string, columns: readonly string[], rows: readonly Row[]): Sheet {
  const used = columns.filter((column) => rows.some((row) => row[column]));
  return { name, rows: [used, ...rows.map((row) => used.map((column) => row[column] ?? ""))] };
}
