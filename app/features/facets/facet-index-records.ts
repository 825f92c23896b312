import { addToBatch, type Batch, fillColumn, newBatch } from "./facet-columns.ts";
import type { FacetIndex } from "./facet-index.ts";
import { HEAD, LAYOUTS, RECORD_BYTES, type RecordKind } from "./facet-layout.ts";
import { type ColumnName, enlarged, type FacetMemory } from "./facet-memory.ts";
import { kindAt } from "./facet-record.ts";
import { keepAssessedStatus, settleStatus } from "./facet-status.ts";
import { findNumber, numberFor } from "./id-table.ts";

const CONTENT = ["reported", "assessed", "counted"] as const;

/**
 * Takes in records, in any order and as often as wanted: of each case and kind the newest version stays, and a case
 * that has left hides all its records up to that version. The work is done a column at a time, without an object a record.
 * @param block the number of the block they stand in, from 1; 0 where no block holds them yet
 * @throws RecordUnreadable where a record has an unknown format or kind
 */
export function applyRecords(index: FacetIndex, records: Uint8Array, block: number): void {
  const count = records.length / RECORD_BYTES;
  index.memory = withRoom(index.memory, count);
  const { memory } = index;
  const view = new DataView(records.buffer, records.byteOffset, records.length);
  const news = {
    reported: newBatch(count),
    assessed: newBatch(count),
    erased: newBatch(count),
    counted: newBatch(count),
  };
  for (let base = 0; base < records.length; base += RECORD_BYTES) {
    const kind = kindAt(records, base);
    const row = numberFor(memory.cases, view, base + HEAD.caseId) - 1;
    const version = view.getUint32(base + HEAD.version, true);
    if (row >= 0 && isNews(memory, kind, row, version, block)) addToBatch(news[kind], base, row);
  }
  for (const kind of CONTENT) {
    for (const [name, { at, type }] of Object.entries(LAYOUTS[kind])) {
      fillColumn(memory.columns[name as ColumnName], type.shape, memory.ids, view, at, news[kind]);
    }
  }
  keepAssessedStatus(memory, news.assessed);
  clearErased(memory, news.erased);
  for (const batch of Object.values(news)) settleStatus(memory, batch);
}

/** Whether the row takes this record; if so, the row is marked with it. */
function isNews({ marks }: FacetMemory, kind: RecordKind, row: number, version: number, block: number): boolean {
  // The same version again is the same record at a new place, so it is taken.
  const isOld = version < marks[kind].version[row]!;
  const isGone = kind !== "erased" && version <= marks.erased.version[row]!;
  if (isOld || isGone) return false;
  marks[kind].version[row] = version;
  marks[kind].block[row] = block;
  return true;
}

/** What has left must not linger in memory either. Runs last: its records may stand before its mark or after it. */
function clearErased({ marks, columns, assessedStatus }: FacetMemory, { rows, length }: Batch): void {
  for (let place = 0; place < length; place += 1) {
    const row = rows[place]!;
    for (const kind of CONTENT) {
      if (marks[kind].version[row]! > marks.erased.version[row]!) continue;
      marks[kind].version[row] = 0;
      marks[kind].block[row] = 0;
      if (kind === "assessed") assessedStatus[row] = 0;
      for (const [name, { type }] of Object.entries(LAYOUTS[kind])) {
        columns[name as ColumnName].fill(0, row * type.shape.lanes, (row + 1) * type.shape.lanes);
      }
    }
  }
}

function withRoom(memory: FacetMemory, records: number): FacetMemory {
  const { rows, ids } = memory.capacity;
  // A record brings at most one case and two other ids.
  const needed = { rows: memory.cases.count + records, ids: memory.ids.count + 2 * records };
  if (needed.rows <= rows && needed.ids <= ids) return memory;
  return enlarged(memory, {
    rows: needed.rows <= rows ? rows : Math.max(needed.rows, rows * 2),
    ids: needed.ids <= ids ? ids : Math.max(needed.ids, ids * 2),
  });
}

/** Before a block is read again: what stood in it may stand elsewhere now, or nowhere. */
export function forgetBlock({ memory }: FacetIndex, block: number): void {
  for (const { block: blocks } of Object.values(memory.marks)) {
    for (let row = 0; row < memory.cases.count; row += 1) if (blocks[row] === block) blocks[row] = 0;
  }
}

/** How many records of each block are the newest of their case and kind; at place 0, of those that no block holds. */
export function currentRecords({ memory }: FacetIndex, blocks: number): Uint32Array {
  const counts = new Uint32Array(blocks + 1);
  for (const { block, version } of Object.values(memory.marks)) {
    for (let row = 0; row < memory.cases.count; row += 1) if (version[row] !== 0) counts[block[row]!]! += 1;
  }
  return counts;
}

/** Whether the index knows no newer record than the one at `base`, and no erasure of its case. */
export function isCurrent({ memory }: FacetIndex, view: DataView, base: number, kind: RecordKind): boolean {
  const row = findNumber(memory.cases, view, base + HEAD.caseId) - 1;
  if (row < 0) return true;
  const version = view.getUint32(base + HEAD.version, true);
  const isGone = kind !== "erased" && version <= memory.marks.erased.version[row]!;
  return version >= memory.marks[kind].version[row]! && !isGone;
}
