import type { DaySpan } from "#app/features/facets/facet-queries.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import { addDays, daysBetween, type IsoDay } from "#app/kernel/iso-day.ts";
import { ART2_REPORT_DAYS, EU_MEMBERS, FOREIGN_LAW_REASONS, PASSED_SHOWN_DAYS } from "./task-deadlines.ts";

/** The days a page shows, both included. */
export interface DayRange {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** How far ahead the list of work looks; a day further away stands in the calendar. */
const HORIZON_DAYS = 60;

/** What the list of work shows of computed days. */
export function listRange(today: IsoDay): DayRange {
  return { from: addDays(today, -PASSED_SHOWN_DAYS), to: addDays(today, HORIZON_DAYS) };
}

/** The longest notice that is looked for: the questionnaire takes ten years, no bank gives two. */
const LONGEST_NOTICE_DAYS = 730;

const EPOCH: IsoDay = "1970-01-01";

/**
 * Where the index of facets finds the cases that have a deadline in the range. It is asked a little too much, never too
 * little: what a case really has, `deadlinesOf` says from its opened facts.
 */
export function deadlineSpans({ from, to }: DayRange): readonly DaySpan[] {
  const start = daysBetween(EPOCH, from);
  const end = daysBetween(EPOCH, to);
  const named = (["closureOn", "payrollOn", "hearingOn", "windDownOn"] as const).map((column) => ({
    column,
    from: start,
    to: end,
  }));
  return [
    ...named,
    {
      column: "startedOn",
      from: start - LONGEST_NOTICE_DAYS,
      to: end,
      where: { mainIncident: [numberOf("incident_type", "account_closure_notice")] },
    },
    {
      column: "startedOn",
      from: start - ART2_REPORT_DAYS,
      to: end - ART2_REPORT_DAYS,
      where: {
        affectedCountry: EU_MEMBERS,
        statedReason: FOREIGN_LAW_REASONS.map((reason) => numberOf("stated_reason", reason)),
      },
    },
  ];
}
