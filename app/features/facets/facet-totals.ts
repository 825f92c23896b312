import { type Countable, rowTest, type Where } from "./facet-filter.ts";
import { type FacetIndex, idText, rowCount } from "./facet-index.ts";
import { type ColumnName, FIELDS } from "./facet-memory.ts";
import { eachMember, isSet, type ValueOf, valueOfStored } from "./facet-values.ts";

/** What a cell is called on one axis. */
export type Group = string | number | boolean | null;

/**
 * A column to group by. `as` makes coarser groups of its values (country → region, day → quarter) and may leave one out
 * with `undefined`. A column of sets puts a case into the group of each member.
 */
export type Axis = {
  readonly [Name in ColumnName]: {
    readonly column: Name;
    readonly as?: ((value: ValueOf<Name>) => Group | undefined) | undefined;
  };
}[ColumnName];

export interface TotalsSpec {
  /** none, one or two */
  readonly by: readonly Axis[];
  readonly where?: Where | undefined;
  readonly countable?: Countable | undefined;
  /** With `amountMinor`, `where` or `by` must fix the currency: money of two currencies has no sum. */
  readonly sumOf?: "amountMinor" | "peopleAffected" | "durationDays" | "noticeDays" | undefined;
}

export interface Total {
  /** one for each axis, in their order */
  readonly groups: readonly Group[];
  readonly cases: number;
  /** distinct ones; cases bound to none add none */
  readonly organisations: number;
  readonly sum: number;
  /** how many of the cases said what is summed */
  readonly summedCases: number;
}

// A pair of cell and organisation is one exact number, so that counting the distinct ones is one sort of plain numbers.
const ORGANISATIONS = 2 ** 22;
const GROUPS = 2 ** 15;

/** Totals over the cases of one or several teams. Cells without a case are left out. Unprotected: never for readers outside. */
export function totals(indexes: readonly FacetIndex[], spec: TotalsSpec): readonly Total[] {
  refuseMixedMoney(spec);
  const numbers = spec.by.map(() => new Map<Group, number>());
  const organisationOf = organisationNumbers(indexes);
  const cells = new Map<number, number>();
  const tallies: { cases: number; organisations: number; sum: number; summedCases: number }[] = [];
  const pairs = newPairs();
  for (const index of indexes) {
    if (index.memory.ids.count >= ORGANISATIONS) throw new RangeError("more organisations than totals can tell apart");
    const passes = rowTest(index, spec.where ?? {}, spec.countable);
    const axes = spec.by.map((axis, place) => groupsOf(index, axis, numbers[place]!));
    const summed = spec.sumOf && index.memory.columns[spec.sumOf];
    for (let row = 0; row < rowCount(index); row += 1) {
      if (!passes(row)) continue;
      const organisation = organisationOf(index, row);
      for (const first of axes[0]?.(row) ?? ONE) {
        for (const second of axes[1]?.(row) ?? ONE) {
          const cell = numberIn(cells, first * GROUPS + second);
          tallies[cell] ??= { cases: 0, organisations: 0, sum: 0, summedCases: 0 };
          const tally = tallies[cell]!;
          tally.cases += 1;
          if (organisation !== 0) pairs.add(cell * ORGANISATIONS + organisation);
          // Counts are stored plus one; zero is "not said".
          if (!summed || summed[row] === 0) continue;
          tally.sum += summed[row]! - 1;
          tally.summedCases += 1;
        }
      }
    }
  }
  for (const pair of pairs.distinct()) tallies[Math.floor(pair / ORGANISATIONS)]!.organisations += 1;
  const names = numbers.map((groups) => [...groups.keys()]);
  return [...cells].map(([place, cell]) => ({
    groups: names.map((groups, axis) => groups[axis === 0 ? Math.floor(place / GROUPS) : place % GROUPS]!),
    ...tallies[cell]!,
  }));
}

const ONE = [0] as const;

function refuseMixedMoney({ sumOf, by, where }: TotalsSpec): void {
  if (by.length > 2) throw new RangeError("totals have at most two axes");
  const isFixed = where?.currency?.length === 1 || by.some(({ column, as }) => column === "currency" && !as);
  if (sumOf === "amountMinor" && !isFixed) throw new RangeError("a sum of money needs one currency");
}

/** The groups of a row on one axis, as numbers shared by all indexes. */
function groupsOf(index: FacetIndex, axis: Axis, numbers: Map<Group, number>): (row: number) => readonly number[] {
  const { shape } = FIELDS[axis.column].type;
  const column = index.memory.columns[axis.column];
  // A column has few values and many rows: each value is named once.
  const known = new Map<number, readonly number[]>();
  const groupOf = (stored: number) => {
    const before = known.get(stored);
    if (before) return before;
    const value = valueOfStored(index, axis.column, stored);
    const group = axis.as ? (axis.as as (value: unknown) => Group | undefined)(value) : (value as Group);
    const groups = group === undefined ? [] : [numberIn(numbers, group)];
    if (numbers.size > GROUPS) throw new RangeError("too many groups on one axis");
    known.set(stored, groups);
    return groups;
  };
  if (!isSet(axis.column)) return (row) => groupOf(column[row]!);
  return (row) => {
    // Two members may share a group; the case counts once in it.
    const groups = new Set<number>();
    eachMember(column, shape.lanes, row, (member) => {
      for (const group of groupOf(member)) groups.add(group);
    });
    return [...groups];
  };
}

function numberIn<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** One number an organisation: in one index its own; over several teams the same organisation must count once. */
function organisationNumbers(indexes: readonly FacetIndex[]): (index: FacetIndex, row: number) => number {
  if (indexes.length === 1) return ({ memory }, row) => memory.columns.organisationId[row]!;
  const shared = new Map<string | null, number>([[null, 0]]);
  const known = new Map(indexes.map((index) => [index, new Map<number, number>()]));
  return (index, row) => {
    const own = index.memory.columns.organisationId[row]!;
    const numbers = known.get(index)!;
    const before = numbers.get(own);
    if (before !== undefined) return before;
    const number = numberIn(shared, idText(index.memory.ids, own));
    numbers.set(own, number);
    return number;
  };
}

/** A growing list of plain numbers. */
function newPairs() {
  let list = new Float64Array(4096);
  let length = 0;
  return {
    add(pair: number) {
      if (length === list.length) {
        const larger = new Float64Array(length * 2);
        larger.set(list);
        list = larger;
      }
      list[length] = pair;
      length += 1;
    },
    *distinct() {
      const sorted = list.subarray(0, length).sort();
      for (let at = 0; at < length; at += 1) if (at === 0 || sorted[at] !== sorted[at - 1]) yield sorted[at]!;
    },
  };
}
