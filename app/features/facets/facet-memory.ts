import type { Shape } from "./facet-field-types.ts";
import { ASSESSED, COUNTED, RECORD_KINDS, REPORTED, type RecordKind } from "./facet-layout.ts";
import { ID_WORDS, type IdTable, rehash, slotsFor } from "./id-table.ts";

export type ColumnName = keyof typeof REPORTED | keyof typeof ASSESSED | keyof typeof COUNTED;
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Which record of a kind a row has. */
export interface Marks {
  /** 0 means that no record of the kind is there */
  readonly version: Uint32Array;
  /** the block that holds it, from 1; 0 for one that no block holds yet */
  readonly block: Uint16Array;
}

export interface Capacity {
  readonly rows: number;
  readonly ids: number;
}

/** Typed arrays over ONE buffer outside the JavaScript heap: no object, no string per case, and one `fill(0)` ends it all. */
export interface FacetMemory {
  readonly buffer: ArrayBuffer;
  readonly capacity: Capacity;
  readonly columns: Readonly<Record<ColumnName, Column>>;
  readonly marks: Readonly<Record<RecordKind, Marks>>;
  /** what the team's own record says; the column `status` holds whose word is newer */
  readonly assessedStatus: Uint8Array;
  /** the number of a case is its row plus one */
  readonly cases: IdTable;
  /** organisations, people, institutions */
  readonly ids: IdTable;
}

/** The columns are the fields of the layouts; they have no name in common. */
export const FIELDS = { ...REPORTED, ...ASSESSED, ...COUNTED } as const;
const COLUMNS = Object.keys(FIELDS) as ColumnName[];
const KINDS = Object.keys(RECORD_KINDS) as RecordKind[];

const ARRAYS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;

interface Region {
  readonly unit: Shape["unit"];
  readonly length: number;
}

/** Room for so many cases and other ids, all zero. Zero pages cost nothing until they are written. */
export function newMemory(capacity: Capacity): FacetMemory {
  const regions = regionsFor(capacity);
  const buffer = new ArrayBuffer(Object.values(regions).reduce((size, { unit, length }) => size + unit * length, 0));
  const arrays = carve(buffer, regions);
  return {
    buffer,
    capacity,
    columns: byName(COLUMNS, (name) => arrays[name]!),
    marks: byName(KINDS, (kind) => ({ version: arrays[`${kind}.version`], block: arrays[`${kind}.block`] }) as Marks),
    assessedStatus: arrays.assessedStatus as Uint8Array,
    cases: { words: arrays.caseWords, slots: arrays.caseSlots, count: 0 } as IdTable,
    ids: { words: arrays.idWords, slots: arrays.idSlots, count: 0 } as IdTable,
  };
}

/** The same content in a larger buffer; the smaller one is wiped. */
export function enlarged(from: FacetMemory, capacity: Capacity): FacetMemory {
  const to = newMemory(capacity);
  for (const name of COLUMNS) to.columns[name].set(from.columns[name]);
  for (const kind of KINDS) {
    to.marks[kind].version.set(from.marks[kind].version);
    to.marks[kind].block.set(from.marks[kind].block);
  }
  to.assessedStatus.set(from.assessedStatus);
  for (const table of ["cases", "ids"] as const) {
    to[table].words.set(from[table].words);
    to[table].count = from[table].count;
    rehash(to[table]);
  }
  wipeMemory(from);
  return to;
}

export function wipeMemory(memory: FacetMemory): void {
  new Uint8Array(memory.buffer).fill(0);
  memory.cases.count = 0;
  memory.ids.count = 0;
}

function regionsFor({ rows, ids }: Capacity): Record<string, Region> {
  const columns = byName(COLUMNS, (name) => {
    const { unit, lanes } = FIELDS[name].type.shape;
    return { unit, length: rows * lanes };
  });
  const versions = KINDS.map((kind) => [`${kind}.version`, { unit: 4, length: rows }] as const);
  const blocks = KINDS.map((kind) => [`${kind}.block`, { unit: 2, length: rows }] as const);
  return {
    ...columns,
    ...Object.fromEntries([...versions, ...blocks]),
    assessedStatus: { unit: 1, length: rows },
    caseWords: { unit: 4, length: rows * ID_WORDS },
    caseSlots: { unit: 4, length: slotsFor(rows) },
    idWords: { unit: 4, length: ids * ID_WORDS },
    idSlots: { unit: 4, length: slotsFor(ids) },
  };
}

/** Widest elements first, so that every array begins where its elements may. */
function carve(buffer: ArrayBuffer, regions: Record<string, Region>): Record<string, Column> {
  let at = 0;
  const byWidth = Object.entries(regions).toSorted(([, a], [, b]) => b.unit - a.unit);
  return Object.fromEntries(
    byWidth.map(([name, { unit, length }]) => {
      const array = new ARRAYS[unit](buffer, at, length);
      at += unit * length;
      return [name, array];
    }),
  );
}

function byName<Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
