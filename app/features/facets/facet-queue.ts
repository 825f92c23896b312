import { columnTest, type RowTest, whereTests } from "./facet-filter.ts";
import { caseAt, type FacetCase, type FacetIndex, isShown, rowCount } from "./facet-index.ts";

/** Each filter that is given must hold. Numbers are dictionary numbers. */
export interface QueueFilters {
  /** 0 finds the cases that nobody has assessed yet */
  readonly statuses?: readonly number[] | undefined;
  readonly urgencies?: readonly number[] | undefined;
  /** passes when one of them is the main incident or among the others; a group is all its types */
  readonly incidents?: readonly number[] | undefined;
  readonly institutionCountries?: readonly string[] | undefined;
  /** codes of the register; several stand for one institution, or for a group */
  readonly institutionCodes?: readonly string[] | undefined;
  /** a region is all its countries */
  readonly affectedCountries?: readonly string[] | undefined;
  /** null finds what nobody is assigned to */
  readonly assignedUserId?: string | null | undefined;
  readonly isOverdue?: boolean | undefined;
}

export interface QueueQuery {
  readonly filters: QueueFilters;
  readonly sort: QueueSort;
  /** from 1; beyond the end it is the last one */
  readonly page: number;
  readonly pageSize: number;
  /** minutes since 1970 */
  readonly now: number;
  /** which statuses mean that work is still to be done, and which that nothing has been done yet */
  readonly openStatuses: readonly number[];
  readonly newStatuses: readonly number[];
}

export interface QueuePage {
  readonly cases: readonly QueueCase[];
  /** how many cases pass the filters */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly counts: QueueCounts;
}

export interface QueueCase extends FacetCase {
  readonly isOverdue: boolean;
}

/** Over all cases of the team, whatever the filters say. */
export interface QueueCounts {
  readonly all: number;
  readonly open: number;
  readonly overdue: number;
  readonly new: number;
  /** cases by status; 0 for what nobody has assessed */
  readonly byStatus: Readonly<Record<number, number>>;
  /** open cases by urgency */
  readonly byUrgency: Readonly<Record<number, number>>;
}

// A sort key holds everything in one exact number: rank, then row. Typed arrays of plain numbers sort natively,
// without a comparison in JavaScript. 53 bits: standing 2, time 26 (minutes, until 2097), urgency 3, row 21.
const ROWS = 2 ** 21;
const TIMES = 2 ** 26;
const URGENCIES = 8;
const STANDING = { due: 0, open: 1, done: 2 } as const;

type Rank = (standing: number, time: number, urgency: number, receivedAt: number) => number;
const SORTS = {
  /** overdue first, then what is due next, then what is open without a day, then the rest, latest first */
  due: (standing, time, urgency) => (standing * TIMES + time) * URGENCIES + urgency,
  urgency: (standing, time, urgency) => (standing * URGENCIES + urgency) * TIMES + time,
  received: (_standing, _time, _urgency, receivedAt) => TIMES - 1 - receivedAt,
} satisfies Record<string, Rank>;
export type QueueSort = keyof typeof SORTS;

/**
 * One page of a team's cases, with the counts for its head, in one pass.
 * A case that nobody has assessed counts as open and new, and sorts as if due on arrival: it must not drown.
 */
export function queue(index: FacetIndex, query: QueueQuery): QueuePage {
  if (rowCount(index) > ROWS) throw new RangeError("more cases than a queue can sort");
  const { standingOf, isOverdue, counted, counts } = statusOf(index, query);
  const { dueAt, receivedAt, urgency } = index.memory.columns;
  const passes = filterTests(index, query.filters, isOverdue);
  const rank = SORTS[query.sort];
  const keys = new Float64Array(rowCount(index));
  let total = 0;
  for (let row = 0; row < rowCount(index); row += 1) {
    if (!isShown(index, row)) continue;
    counted(row);
    if (!passes.every((test) => test(row))) continue;
    const standing = standingOf(row);
    const received = Math.min(receivedAt[row]!, TIMES - 1);
    const time = [dueAt[row]! || received, received, TIMES - 1 - received][standing]!;
    keys[total] =
      rank(standing, Math.min(time, TIMES - 1), Math.min(urgency[row]!, URGENCIES - 1), received) * ROWS + row;
    total += 1;
  }
  const sorted = keys.subarray(0, total).sort();
  const pages = Math.max(1, Math.ceil(total / query.pageSize));
  const page = Math.min(Math.max(1, query.page), pages);
  const rows = [...sorted.subarray((page - 1) * query.pageSize, page * query.pageSize)].map((key) => key % ROWS);
  const cases = rows.map((row) => ({ ...caseAt(index, row), isOverdue: isOverdue(row) }));
  return { cases, total, page, pages, counts: counts() };
}

/** Where each row stands, and the counts as they are gathered. */
function statusOf(index: FacetIndex, { openStatuses, newStatuses, now }: QueueQuery) {
  const { columns, marks } = index.memory;
  const isOpen = columnTest(index, "status", [0, ...openStatuses]);
  const isNew = columnTest(index, "status", [0, ...newStatuses]);
  const isOverdue = (row: number) => columns.dueAt[row]! !== 0 && columns.dueAt[row]! < now && isOpen(row);
  const standingOf = (row: number) => {
    if (!isOpen(row)) return STANDING.done;
    return columns.dueAt[row] === 0 && marks.assessed.version[row] !== 0 ? STANDING.open : STANDING.due;
  };
  const sums = { all: 0, open: 0, overdue: 0, new: 0 };
  const byStatus = new Uint32Array(256);
  const byUrgency = new Uint32Array(256);
  const counted = (row: number) => {
    const open = isOpen(row);
    sums.all += 1;
    sums.open += Number(open);
    sums.overdue += Number(isOverdue(row));
    sums.new += Number(isNew(row));
    byStatus[columns.status[row]!]! += 1;
    if (open) byUrgency[columns.urgency[row]!]! += 1;
  };
  const counts = () => ({ ...sums, byStatus: notZero(byStatus), byUrgency: notZero(byUrgency) });
  return { standingOf, isOverdue, counted, counts };
}

function filterTests(index: FacetIndex, filters: QueueFilters, isOverdue: RowTest): RowTest[] {
  const { statuses, urgencies, incidents, institutionCountries, affectedCountries, assignedUserId } = filters;
  const { institutionCodes } = filters;
  const tests = whereTests(index, {
    ...(statuses && { status: statuses }),
    ...(urgencies && { urgency: urgencies }),
    ...(institutionCountries && { institutionCountry: institutionCountries }),
    ...(institutionCodes && { institutionCode: institutionCodes }),
    ...(affectedCountries && { affectedCountry: affectedCountries }),
    ...(assignedUserId !== undefined && { assignedUserId: [assignedUserId] }),
  });
  if (incidents) {
    const isMain = columnTest(index, "mainIncident", incidents);
    const isOther = columnTest(index, "otherIncidents", incidents);
    tests.push((row) => isMain(row) || isOther(row));
  }
  if (filters.isOverdue !== undefined) tests.push((row) => isOverdue(row) === filters.isOverdue);
  return tests;
}

function notZero(counts: Uint32Array): Record<number, number> {
  return Object.fromEntries([...counts.entries()].filter(([, count]) => count > 0));
}
