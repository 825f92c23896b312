import type { Batch } from "./facet-columns.ts";
import type { FacetMemory } from "./facet-memory.ts";

/**
 * A reporter may move a case (withdraw it, answer a question) and holds no key of what the team has written. So the
 * status stands in both records of a case, and the newer one of the two is right: a case that was withdrawn leaves the
 * open queue at once, and comes back into it only by a later step of the team.
 */
export function keepAssessedStatus({ columns, assessedStatus }: FacetMemory, { rows, length }: Batch): void {
  for (let place = 0; place < length; place += 1) assessedStatus[rows[place]!] = columns.status[rows[place]!]!;
}

/** Puts into the column `status` of these rows what holds. After all records of a run have been taken in. */
export function settleStatus({ columns, marks, assessedStatus }: FacetMemory, { rows, length }: Batch): void {
  const { status, reporterStatus } = columns;
  for (let place = 0; place < length; place += 1) {
    const row = rows[place]!;
    const isReporters = reporterStatus[row] !== 0 && marks.reported.version[row]! > marks.assessed.version[row]!;
    status[row] = isReporters ? reporterStatus[row]! : assessedStatus[row]!;
  }
}
