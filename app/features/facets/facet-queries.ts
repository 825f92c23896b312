// What pages and briefings ask of an open index. All of it is pure; the index comes from `withFacetIndex`.
export { type CasesWithDays, casesWithDays, type DaySpan } from "./facet-days.ts";
export { type DuplicateHint, type DuplicateQuery, type DuplicateReason, duplicateHints } from "./facet-duplicates.ts";
export type { Countable, Where } from "./facet-filter.ts";
export { cohortOf } from "./facet-index.ts";
export {
  type QueueCase,
  type QueueCounts,
  type QueueFilters,
  type QueuePage,
  type QueueQuery,
  type QueueSort,
  queue,
} from "./facet-queue.ts";
export { type FacetTable, recordsFor, type TableSpec } from "./facet-table.ts";
export { type Axis, type Group, type Total, type TotalsSpec, totals } from "./facet-totals.ts";
