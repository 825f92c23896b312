import { type Shape, WRITERS } from "./facet-field-types.ts";
import type { Column } from "./facet-memory.ts";
import { type IdTable, numberFor, writeId } from "./id-table.ts";

/** Records of one kind on their way into the index: where each begins in its source, and the row it goes to. */
export interface Batch {
  readonly sources: Uint32Array;
  readonly rows: Uint32Array;
  length: number;
}

export function newBatch(capacity: number): Batch {
  return { sources: new Uint32Array(capacity), rows: new Uint32Array(capacity), length: 0 };
}

export function addToBatch(batch: Batch, source: number, row: number): void {
  batch.sources[batch.length] = source;
  batch.rows[batch.length] = row;
  batch.length += 1;
}

/**
 * Copies the field at `at` of every record in the batch into its column.
 * One plain loop for each width, because a million cases have seventy million fields.
 */
export function fillColumn(column: Column, shape: Shape, ids: IdTable, view: DataView, at: number, batch: Batch): void {
  const { sources, rows, length } = batch;
  if (shape.isId) {
    for (let i = 0; i < length; i += 1) column[rows[i]!] = numberFor(ids, view, sources[i]! + at);
  } else if (shape.unit === 1) {
    for (let i = 0; i < length; i += 1) column[rows[i]!] = view.getUint8(sources[i]! + at);
  } else if (shape.unit === 2) {
    for (let i = 0; i < length; i += 1) column[rows[i]!] = view.getUint16(sources[i]! + at, true);
  } else if (shape.unit === 8) {
    for (let i = 0; i < length; i += 1) column[rows[i]!] = view.getFloat64(sources[i]! + at, true);
  } else {
    fillWords(column, shape.lanes, view, at, batch);
  }
}

function fillWords(column: Column, lanes: number, view: DataView, at: number, { sources, rows, length }: Batch): void {
  for (let i = 0; i < length; i += 1) {
    for (let lane = 0; lane < lanes; lane += 1) {
      column[rows[i]! * lanes + lane] = view.getUint32(sources[i]! + at + 4 * lane, true);
    }
  }
}

/** The way back for one row: writes what the column holds to where the field stands in a record. */
export function readColumn(column: Column, shape: Shape, ids: IdTable, row: number, view: DataView, at: number): void {
  const { unit, lanes, isId } = shape;
  if (isId) {
    writeId(ids, column[row]!, view, at);
    return;
  }
  for (let lane = 0; lane < lanes; lane += 1) WRITERS[unit](view, at + unit * lane, column[row * lanes + lane]!);
}
