import { type FieldType, ID_BYTES, READERS } from "./facet-field-types.ts";
import { type FacetIndex, idText } from "./facet-index.ts";
import { type Column, type ColumnName, FIELDS } from "./facet-memory.ts";
import type { AssessedFacets, CountedFacets, ReportedFacets } from "./facet-record.ts";
import { findNumber } from "./id-table.ts";

export type FacetValues = ReportedFacets & AssessedFacets & CountedFacets;
/** One value of a column; of a column of sets, one member. */
export type ValueOf<Name extends ColumnName> = FacetValues[Name] extends readonly (infer Member)[]
  ? Member
  : FacetValues[Name];

/** Whether a column holds sets of dictionary numbers rather than single values. */
export function isSet(name: ColumnName): boolean {
  return FIELDS[name].type.shape.lanes > 1;
}

/** The number that stands in the column for a value; undefined where no row can hold it. */
export function storedValue<Name extends ColumnName>(
  { memory }: FacetIndex,
  name: Name,
  value: ValueOf<Name>,
): number | undefined {
  const { type } = FIELDS[name];
  const view = new DataView(new ArrayBuffer(ID_BYTES));
  (type as FieldType<unknown>).write(view, 0, value);
  if (!type.shape.isId) return READERS[type.shape.unit](view, 0);
  return value === null ? 0 : findNumber(memory.ids, view, 0) || undefined;
}

/** The value that a number in the column stands for. Of sets, the number is a member and stands for itself. */
export function valueOfStored<Name extends ColumnName>(
  { memory }: FacetIndex,
  name: Name,
  stored: number,
): ValueOf<Name> {
  const { type } = FIELDS[name];
  if (isSet(name)) return stored as ValueOf<Name>;
  if (type.shape.isId) return idText(memory.ids, stored) as ValueOf<Name>;
  const bytes = new ARRAYS[type.shape.unit]([stored]).buffer;
  return type.read(new DataView(bytes), 0) as ValueOf<Name>;
}

const ARRAYS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;

/** Calls `visit` with each member of the set in this row. */
export function eachMember(column: Column, lanes: number, row: number, visit: (member: number) => void): void {
  for (let lane = 0; lane < lanes; lane += 1) {
    for (let word = column[row * lanes + lane]!; word !== 0; word &= word - 1) {
      visit(lane * 32 + 32 - Math.clz32(word & -word));
    }
  }
}
