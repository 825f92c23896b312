import { columnTest, type Where, whereTests } from "./facet-filter.ts";
import { type FacetIndex, idText, isShown, rowCount } from "./facet-index.ts";

/** A day that a report may name, and the span in which it is of interest; days since 1970, both ends included. */
export interface DaySpan {
  readonly column: "closureOn" | "payrollOn" | "hearingOn" | "windDownOn" | "startedOn";
  readonly from: number;
  readonly to: number;
  /** what else must be true of the case */
  readonly where?: Where;
}

interface DaysQuery {
  readonly spans: readonly DaySpan[];
  readonly openStatuses: readonly number[];
  /** how many cases at most, the ones with the earliest day first */
  readonly most: number;
}

export interface CasesWithDays {
  readonly caseIds: readonly string[];
  /** how many there are, also beyond `most` */
  readonly total: number;
}

/** The open cases of which one of these days lies in its span. */
export function casesWithDays(index: FacetIndex, { spans, openStatuses, most }: DaysQuery): CasesWithDays {
  const isOpen = columnTest(index, "status", [0, ...openStatuses]);
  const tests = spans.map(({ column, from, to, where }) => ({
    days: index.memory.columns[column],
    also: whereTests(index, where ?? {}),
    // Nought is "not said".
    from: Math.max(1, from),
    to,
  }));
  const found: { row: number; day: number }[] = [];
  for (let row = 0; row < rowCount(index); row += 1) {
    if (!isShown(index, row) || !isOpen(row)) continue;
    const days = tests
      .filter(({ days, from, to, also }) => days[row]! >= from && days[row]! <= to && also.every((test) => test(row)))
      .map(({ days, from }) => days[row]! - from);
    if (days.length > 0) found.push({ row, day: Math.min(...days) });
  }
  const first = found.sort((a, b) => a.day - b.day || a.row - b.row).slice(0, most);
  return { caseIds: first.map(({ row }) => idText(index.memory.cases, row + 1) ?? ""), total: found.length };
}
