import { readColumn } from "./facet-columns.ts";
import { ID_BYTES, idOrNone } from "./facet-field-types.ts";
import { LAYOUTS } from "./facet-layout.ts";
import { type ColumnName, type FacetMemory, newMemory, wipeMemory } from "./facet-memory.ts";
import { type AssessedFacets, decodeRecord, emptyRecord, type ReportedFacets } from "./facet-record.ts";
import { findNumber, type IdTable, writeId } from "./id-table.ts";

/** All facets of one team, opened: reported and assessed joined by case, of each the newest version. */
export interface FacetIndex {
  readonly teamId: string;
  /** replaced when it grows */
  memory: FacetMemory;
}

/** One case as the index knows it. `assessed` is null until somebody has looked at it. */
export interface FacetCase {
  readonly caseId: string;
  readonly reported: ReportedFacets;
  readonly assessed: AssessedFacets | null;
  /** the release that counted it; 0 for none */
  readonly cohort: number;
}

// Room for two whole blocks of new cases without growing.
const SLACK = 8192;

/** @param expectedRecords a guess: most cases have one record of each kind */
export function newIndex(teamId: string, expectedRecords: number): FacetIndex {
  const rows = Math.ceil(expectedRecords / 2) + SLACK;
  return { teamId, memory: newMemory({ rows, ids: Math.ceil(rows / 4) + SLACK }) };
}

/** Overwrites everything with zeros. */
export function wipeIndex({ memory }: FacetIndex): void {
  wipeMemory(memory);
}

/** How many rows there are. Some may not be shown. */
export function rowCount({ memory }: FacetIndex): number {
  return memory.cases.count;
}

/** A case is there once its reported facets are, until it leaves. */
export function isShown({ memory }: FacetIndex, row: number): boolean {
  return memory.marks.reported.version[row]! > 0;
}

/** One case out of the columns, for the few that a page draws. */
export function caseAt(index: FacetIndex, row: number): FacetCase {
  const { marks, cases, columns } = index.memory;
  return {
    caseId: idText(cases, row + 1) ?? "",
    reported: facetsAt(index, row, "reported"),
    assessed: marks.assessed.version[row]! > 0 ? facetsAt(index, row, "assessed") : null,
    cohort: columns.cohort[row]!,
  };
}

/** The release that has counted a case; 0 for none, and for a case that is not known here. */
export function cohortOf(index: FacetIndex, caseId: string): number {
  const row = rowOf(index, caseId);
  return row < 0 ? 0 : index.memory.columns.cohort[row]!;
}

/** The row of a case; negative for one that is not known here. */
export function rowOf({ memory }: FacetIndex, caseId: string): number {
  const view = new DataView(new ArrayBuffer(ID_BYTES));
  idOrNone.write(view, 0, caseId);
  return findNumber(memory.cases, view, 0) - 1;
}

/** The id with this number, as text; null for 0. */
export function idText(table: IdTable, number: number): string | null {
  const view = new DataView(new ArrayBuffer(ID_BYTES));
  writeId(table, number, view, 0);
  return idOrNone.read(view, 0);
}

function facetsAt(index: FacetIndex, row: number, kind: "reported"): ReportedFacets;
function facetsAt(index: FacetIndex, row: number, kind: "assessed"): AssessedFacets;
function facetsAt({ memory }: FacetIndex, row: number, kind: "reported" | "assessed") {
  // Written back as a record and read as any record is: one decoder, which the codec's tests cover.
  const bytes = emptyRecord(kind);
  const view = new DataView(bytes.buffer);
  for (const [name, { at, type }] of Object.entries(LAYOUTS[kind])) {
    readColumn(memory.columns[name as ColumnName], type.shape, memory.ids, row, view, at);
  }
  return decodeRecord(bytes).facets as ReportedFacets | AssessedFacets;
}
