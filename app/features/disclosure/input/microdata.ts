import { parse } from "csv-parse/sync";
import type { CodeTree } from "#app/features/disclosure/tables/code-tree.ts";
import { CONSENT_LEVELS, type ConsentLevel } from "#app/features/taxonomy/codes.ts";
import type { InputError, Read } from "./input-error.ts";
import { misspeltColumns } from "./microdata-columns.ts";
import { groupsInUse, protectedUnit } from "./protected-unit.ts";
import type { Specification } from "./specification.ts";
import type { Trees } from "./specification-checks.ts";

/** One case or one answer, as far as figures need it. */
export interface MicroRecord {
  readonly id: string;
  /** the protected unit: the group an organisation belongs to, or the organisation itself */
  readonly unit: string;
  /** leaf codes by dimension; several where several were chosen */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** by column */
  readonly amounts: Readonly<Record<string, number>>;
  readonly releasedIn: readonly string[];
  readonly withdrawn: boolean;
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}
type Cells = (column: string) => string;

/**
 * Reads microdata: CSV after RFC 4180 with a header, one row a case. One bad cell stops the run, and all are named.
 * @param file  its name, for the errors
 * @returns all rows; those without consent to totals are marked as withdrawn
 */
export function readMicrodata(text: string, file: string, spec: Specification, trees: Trees): Read<MicroRecord[]> {
  const lines = linesOf(text, file);
  if (!lines.ok) return lines;
  const [header, ...rows] = lines.value;
  const at = (line: number) => (column: string, reason: string) => ({ file, line, column, reason });
  if (!header) return { ok: false, errors: [at(1)("", "is empty")] };
  const amounts = amountColumns(spec);
  const wanted = ["record_id", "organisation", ...[...trees.values()].map(({ column }) => column), ...amounts];
  const missing = [...new Set(wanted)].filter((column) => !header.record.includes(column));
  const repeated = header.record.filter((column, place) => header.record.indexOf(column) !== place);
  const headerErrors = [
    ...missing.map((column) => at(1)(column, "column is missing")),
    ...repeated.map((column) => at(1)(column, "column comes twice")),
    ...misspeltColumns(header.record).map(([column, reason]) => at(1)(column, reason)),
  ];
  if (headerErrors.length > 0) return { ok: false, errors: headerErrors };

  const errors: InputError[] = [];
  const records: MicroRecord[] = [];
  const seen = new Map<string, number>();
  const otherGroupIn = groupsInUse();
  for (const [place, row] of rows.entries()) {
    const line = (place === 0 ? header : rows[place - 1]!).info.lines + 1;
    const fail = (column: string, reason: string) => errors.push(at(line)(column, reason));
    if (row.record.length !== header.record.length) {
      fail("", `has ${row.record.length} cells, the header has ${header.record.length}`);
      continue;
    }
    const cells: Cells = (column) => row.record[header.record.indexOf(column)]?.trim() ?? "";
    const before = seen.get(cells("record_id"));
    if (before) fail("record_id", `already stands in line ${before}`);
    seen.set(cells("record_id"), line);
    const other = otherGroupIn(cells("organisation"), cells("group"), line);
    if (other !== null) fail("group", `is not that of the same organisation in line ${other}`);
    const record = recordOf(cells, trees, amounts, fail);
    // Without consent a row is as good as withdrawn: it counts no more, and an edition that counted it knows it still.
    records.push(mayBeCounted(cells, header.record) ? record : { ...record, withdrawn: true });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: records };
}

/** Columns that hold numbers, because some table adds them up. */
export const amountColumns = ({ tables, medians }: Pick<Specification, "tables" | "medians">): string[] => [
  ...new Set([
    ...tables.flatMap((table) => (table.measure === "sum" ? [table.of] : [])),
    ...medians.map(({ of }) => of),
  ]),
];

function recordOf(
  cells: Cells,
  trees: Trees,
  amounts: readonly string[],
  fail: (column: string, reason: string) => void,
): MicroRecord {
  for (const column of ["record_id", "organisation"]) if (!cells(column)) fail(column, "is required");
  const codes: Record<string, string[]> = {};
  for (const tree of trees.values()) {
    const { name, column } = tree;
    codes[name] = list(cells(column));
    for (const reason of wrongCodes(codes[name], tree)) fail(column, reason);
  }
  const money: Record<string, number> = {};
  for (const column of amounts) {
    money[column] = cells(column) === "" ? 0 : Number(cells(column));
    if (!Number.isFinite(money[column])) fail(column, `"${cells(column)}" is not a number`);
    else if (money[column] < 0) fail(column, "is negative");
  }
  if (!["", "0", "1"].includes(cells("withdrawn"))) fail("withdrawn", "must be 0 or 1");
  const consent = cells("consent");
  if (consent && !(CONSENT_LEVELS as readonly string[]).includes(consent))
    fail("consent", `"${consent}" is not a consent`);
  return {
    id: cells("record_id"),
    unit: protectedUnit(cells("organisation"), cells("group")),
    codes,
    amounts: money,
    releasedIn: list(cells("released_in")),
    withdrawn: cells("withdrawn") === "1",
  };
}

/** Why codes cannot stand in a record: unknown or not a leaf, or declared impossible. */
export function wrongCodes(codes: readonly string[], { leaves, above, structuralZeros }: CodeTree): string[] {
  if (codes.length === 0) return ['is empty: give "no answer" a code of its own'];
  return codes.flatMap((code) => {
    if (!leaves.includes(code)) return [`"${code}" is not a leaf code`];
    return above.get(code)?.some((one) => structuralZeros.includes(one)) ? [`"${code}" is declared impossible`] : [];
  });
}

/** `c2_aggregate` and wider may be counted; an empty cell is no consent. */
function mayBeCounted(cells: Cells, header: readonly string[]): boolean {
  if (!header.includes("consent")) return true;
  return CONSENT_LEVELS.indexOf(cells("consent") as ConsentLevel) >= CONSENT_LEVELS.indexOf("c2_aggregate");
}

const list = (cell: string): string[] => [
  ...new Set(
    cell
      .split(";")
      .map((code) => code.trim())
      .filter(Boolean),
  ),
];

function linesOf(text: string, file: string): Read<Line[]> {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    return { ok: true, value: parse(text, options) as unknown as Line[] };
  } catch (error) {
    // The parser throws for a quote that never ends; the file's owner needs the line, not a stack.
    const { lines = 1 } = error as { lines?: number };
    return {
      ok: false,
      errors: [{ file, line: lines, column: "", reason: "not readable as CSV: check the quotation marks" }],
    };
  }
}
