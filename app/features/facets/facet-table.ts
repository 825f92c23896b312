import { type Countable, rowTest, type Where } from "./facet-filter.ts";
import { type FacetIndex, idText, rowCount } from "./facet-index.ts";
import { type ColumnName, FIELDS } from "./facet-memory.ts";
import { eachMember, type FacetValues, isSet, valueOfStored } from "./facet-values.ts";

export interface TableSpec<Name extends ColumnName = ColumnName> {
  readonly columns: readonly Name[];
  readonly where?: Where | undefined;
  readonly countable?: Countable | undefined;
}

/** Records column by column: place i of each array belongs to the same case. */
export interface FacetTable<Name extends ColumnName = ColumnName> {
  readonly length: number;
  readonly caseIds: readonly string[];
  readonly columns: { readonly [N in Name]: readonly FacetValues[N][] };
}

/** The microdata behind a table, as disclosure control wants it: who contributed what. Without keys, so a worker may have it. */
export function recordsFor<const Name extends ColumnName>(
  indexes: readonly FacetIndex[],
  spec: TableSpec<Name>,
): FacetTable<Name> {
  const caseIds: string[] = [];
  const columns = Object.fromEntries(spec.columns.map((name) => [name, [] as unknown[]]));
  for (const index of indexes) {
    const passes = rowTest(index, spec.where ?? {}, spec.countable);
    const readers = spec.columns.map((name) => [columns[name]!, columnReader(index, name)] as const);
    for (let row = 0; row < rowCount(index); row += 1) {
      if (!passes(row)) continue;
      caseIds.push(idText(index.memory.cases, row + 1) ?? "");
      for (const [values, read] of readers) values.push(read(row));
    }
  }
  return { length: caseIds.length, caseIds, columns: columns as unknown as FacetTable<Name>["columns"] };
}

function columnReader(index: FacetIndex, name: ColumnName): (row: number) => unknown {
  const column = index.memory.columns[name];
  if (isSet(name)) {
    return (row) => {
      const members: number[] = [];
      eachMember(column, FIELDS[name].type.shape.lanes, row, (member) => members.push(member));
      return members;
    };
  }
  const known = new Map<number, unknown>();
  return (row) => {
    const stored = column[row]!;
    if (!known.has(stored)) known.set(stored, valueOfStored(index, name, stored));
    return known.get(stored);
  };
}
