import { isOpen } from "#app/features/cases/case-status.ts";
import type { ReportedFacts } from "#app/features/cases/reported-facts.ts";
import type { CaseStatus, StatedReason } from "#app/features/taxonomy/codes.ts";
import { earliestDay } from "#app/kernel/date-with-precision.ts";
import { addDays, type IsoDay } from "#app/kernel/iso-day.ts";

/** Days that follow from what a report says. Nobody enters them, and nobody can forget to. */
export const DEADLINE_KINDS = ["closure", "notice_end", "payroll", "hearing", "wind_down", "art2_report"] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export type DeadlineFacts = Pick<
  ReportedFacts,
  | "sourceKind"
  | "mainIncident"
  | "closureOn"
  | "payrollOn"
  | "hearingOn"
  | "windDownOn"
  | "startedOn"
  | "noticeDays"
  | "affectedCountry"
  | "statedReason"
>;

/** The facts from which a day follows; a page says them beside it. */
export type DeadlineSource =
  | "closureOn"
  | "startedOnAndNotice"
  | "payrollOn"
  | "hearingOn"
  | "windDownOn"
  | "startedOn";

interface DeadlineRule {
  readonly kind: DeadlineKind;
  readonly from: DeadlineSource;
  readonly dayOf: (facts: DeadlineFacts) => IsoDay | null;
}

/** Article 2 of Council Regulation (EC) No 2271/96: within 30 days from the date on which the information was obtained. */
export const ART2_REPORT_DAYS = 30;

/** Member States of the European Union, ISO 3166-1 alpha-2. */
export const EU_MEMBERS: readonly string[] =
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

/** Reasons that point at a foreign law and not at the customer. */
export const FOREIGN_LAW_REASONS = [
  "sanctions_listing",
  "sanctions_association",
  "fear_of_penalties",
] as const satisfies readonly StatedReason[];

/**
 * Every rule, one a line.
 * - closure, payroll, hearing, wind-down: the reporter was asked for the day itself. Source: domain guide, section 4, the
 *   days that make a case urgent; it calls the third "hearing or filing at the Court".
 * - end of the notice: an account under notice whose last day nobody gave, from two known facts. Only where the first is
 *   known to the day: a month would make a day that nobody reported.
 * - Article 2 report: see above. The earliest day on which it can have begun counts, for a day that comes early harms
 *   nobody. The duty holds for acts in the Annex of the Regulation, in which Executive Order 14203 does not stand
 *   (domain guide, section 1): the page says that somebody has to check.
 */
const RULES: readonly DeadlineRule[] = [
  { kind: "closure", from: "closureOn", dayOf: ({ closureOn }) => closureOn },
  { kind: "notice_end", from: "startedOnAndNotice", dayOf: noticeEnd },
  { kind: "payroll", from: "payrollOn", dayOf: ({ payrollOn }) => payrollOn },
  { kind: "hearing", from: "hearingOn", dayOf: ({ hearingOn }) => hearingOn },
  { kind: "wind_down", from: "windDownOn", dayOf: ({ windDownOn }) => windDownOn },
  { kind: "art2_report", from: "startedOn", dayOf: art2ReportDay },
];

function noticeEnd({ mainIncident, closureOn, startedOn, noticeDays }: DeadlineFacts): IsoDay | null {
  const isOfUse = mainIncident === "account_closure_notice" && closureOn === null && noticeDays !== null;
  if (!isOfUse || startedOn?.precision !== "day" || startedOn.date === null) return null;
  return addDays(startedOn.date, noticeDays);
}

function art2ReportDay({ affectedCountry, statedReason, startedOn }: DeadlineFacts): IsoDay | null {
  const isByForeignLaw = (FOREIGN_LAW_REASONS as readonly (string | null)[]).includes(statedReason);
  const begun = startedOn && earliestDay(startedOn);
  if (!begun || !isByForeignLaw || !EU_MEMBERS.includes(affectedCountry ?? "")) return null;
  return addDays(begun, ART2_REPORT_DAYS);
}

export interface Deadline {
  readonly kind: DeadlineKind;
  readonly from: DeadlineSource;
  readonly on: IsoDay;
}

/**
 * The deadlines of a case, the earliest first. None once it is closed, resolved, withdrawn or erased, and none of what the
 * press has told, which asks nobody for help.
 */
export function deadlinesOf(facts: DeadlineFacts, status: CaseStatus): readonly Deadline[] {
  if (!isOpen(status) || facts.sourceKind === "import") return [];
  return RULES.flatMap(({ kind, from, dayOf }) => {
    const on = dayOf(facts);
    return on === null ? [] : [{ kind, from, on }];
  }).sort((a, b) => a.on.localeCompare(b.on));
}

/** How long a computed day that has passed is still shown: nobody can do it any more, and nobody ticks it off. */
export const PASSED_SHOWN_DAYS = 14;

/** What of them is still of use today. */
export function currentDeadlines(deadlines: readonly Deadline[], today: IsoDay): readonly Deadline[] {
  const oldest = addDays(today, -PASSED_SHOWN_DAYS);
  return deadlines.filter(({ on }) => on >= oldest);
}
