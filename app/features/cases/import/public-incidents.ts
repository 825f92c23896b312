import { parse } from "csv-parse/sync";
import type { PublicIncident } from "./public-incident.ts";
import { COLUMNS, type RowError, readIncident } from "./public-incident-row.ts";

export type { PublicIncident } from "./public-incident.ts";
export type { RowError } from "./public-incident-row.ts";

export interface PublicIncidentsFile {
  readonly incidents: readonly PublicIncident[];
  /** in the order of the file; a file with one error is not imported at all */
  readonly errors: readonly RowError[];
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a file with the columns of the public-incidents file. Every bad row is named by line, column and reason. */
export function parsePublicIncidents(text: string): PublicIncidentsFile {
  const lines = readLines(text);
  if (!Array.isArray(lines)) return { incidents: [], errors: [lines] };
  const [header, ...rows] = lines;
  const headerErrors = checkHeader(header?.record ?? []);
  if (!header || headerErrors.length > 0) return { incidents: [], errors: headerErrors };
  const read = rows.map((row, index) =>
    readRow(header.record, row, (index === 0 ? header : rows[index - 1]!).info.lines + 1),
  );
  const incidents = read.flatMap((row) => (Array.isArray(row) ? [] : [row as PublicIncident]));
  const errors = [...read.flatMap((row) => (Array.isArray(row) ? row : [])), ...repeatedRefs(incidents)];
  return { incidents, errors: errors.sort((a, b) => a.line - b.line) };
}

function readLines(text: string): Line[] | RowError {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Line[];
  } catch (error) {
    // The parser throws for a quote that never ends; the file's owner needs the line, not a stack.
    const { lines = 1 } = error as { lines?: number };
    return { line: lines, column: "", reason: "not readable as CSV: check the quotation marks" };
  }
}

function checkHeader(header: readonly string[]): readonly RowError[] {
  const at = (column: string, reason: string) => ({ line: 1, column, reason });
  const missing = COLUMNS.filter((column) => !header.includes(column)).map((column) => at(column, "column is missing"));
  const unknown = header.filter((column) => !(COLUMNS as readonly string[]).includes(column));
  const repeated = header.filter((column, index) => header.indexOf(column) !== index);
  return [
    ...missing,
    ...unknown.map((column) => at(column, "column is not known")),
    ...repeated.map((column) => at(column, "column comes twice")),
  ];
}

function readRow(header: readonly string[], { record }: Line, line: number): PublicIncident | readonly RowError[] {
  if (record.length !== header.length) {
    return [{ line, column: "", reason: `has ${record.length} cells, the header has ${header.length}` }];
  }
  const cells = Object.fromEntries(header.map((column, index) => [column, record[index]?.trim() ?? ""]));
  return readIncident(cells, line);
}

function repeatedRefs(incidents: readonly PublicIncident[]): readonly RowError[] {
  const first = new Map<string, number>();
  return incidents.flatMap(({ caseRef, line }) => {
    const before = first.get(caseRef);
    if (before === undefined) first.set(caseRef, line);
    return before === undefined ? [] : [{ line, column: "case_ref", reason: `already stands in line ${before}` }];
  });
}

/**
 * What makes two rows the same organisation: the name, folded. Several names in a cell are one joint party.
 * Null where no name is given: then every row is a party of its own.
 */
export function partyKey(affectedName: string | null): string | null {
  return affectedName?.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim() || null;
}
