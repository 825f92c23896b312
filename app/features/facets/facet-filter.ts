import { type FacetIndex, isShown } from "./facet-index.ts";
import { type Column, type ColumnName, FIELDS } from "./facet-memory.ts";
import { isSet, storedValue, type ValueOf } from "./facet-values.ts";

/** For each column named, the values that pass; a set passes when it has any of the members. Columns are joined by "and". */
export type Where = { readonly [Name in ColumnName]?: readonly ValueOf<Name>[] };

/**
 * What may count in a figure: assessed eligible, bound to an organisation, and with a consent that allows totals.
 * The consents are dictionary numbers: the ladder is the taxonomy's to know.
 */
export interface Countable {
  readonly consents: readonly number[];
}

export type RowTest = (row: number) => boolean;

/** Whether a row is shown, countable where that is asked, and has the values. */
export function rowTest(index: FacetIndex, where: Where, countable?: Countable): RowTest {
  const tests = [(row: number) => isShown(index, row), ...whereTests(index, where)];
  if (countable) tests.push(...countableTests(index, countable));
  return (row) => tests.every((test) => test(row));
}

export function whereTests(index: FacetIndex, where: Where): RowTest[] {
  return Object.entries(where).map(([name, values]) => columnTest(index, name as ColumnName, values));
}

/** Passes where the column has one of the values, or the set one of the members. */
export function columnTest<Name extends ColumnName>(
  index: FacetIndex,
  name: Name,
  values: readonly ValueOf<Name>[],
): RowTest {
  const column = index.memory.columns[name];
  if (isSet(name)) return anyMemberTest(column, FIELDS[name].type.shape.lanes, values as readonly number[]);
  const stored = values.map((value) => storedValue(index, name, value)).filter((value) => value !== undefined);
  const passes = passing(stored, FIELDS[name].type.shape.unit);
  return (row) => passes(column[row]!);
}

function passing(stored: readonly number[], unit: number): (value: number) => boolean {
  if (unit > 1) {
    const values = new Set(stored);
    return (value) => values.has(value);
  }
  const table = new Uint8Array(256);
  for (const value of stored) table[value] = 1;
  return (value) => table[value] === 1;
}

function anyMemberTest(column: Column, lanes: number, members: readonly number[]): RowTest {
  const mask = new Uint32Array(lanes);
  for (const member of members) mask[(member - 1) >> 5]! |= 1 << ((member - 1) & 31);
  return (row) => mask.some((word, lane) => (word & column[row * lanes + lane]!) !== 0);
}

function countableTests(index: FacetIndex, { consents }: Countable): RowTest[] {
  const organisations = index.memory.columns.organisationId;
  return [
    columnTest(index, "eligible", [true]),
    columnTest(index, "consent", consents),
    (row) => organisations[row] !== 0,
  ];
}
