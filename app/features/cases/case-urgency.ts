import type { Urgency } from "#app/features/taxonomy/codes.ts";
import { daysBetween, type IsoDay } from "#app/kernel/iso-day.ts";
import type { YesNoUnsure } from "./case-report.ts";
import type { ReportedFacts } from "./reported-facts.ts";
import { endOfWorkingDay, type WorkingWeek } from "./working-days.ts";

export type UrgencyFacts = Pick<
  ReportedFacts,
  | "dangerToPersons"
  | "moneyLostWithin72h"
  | "consequences"
  | "closureOn"
  | "payrollOn"
  | "hearingOn"
  | "windDownOn"
  | "ongoing"
  | "sourceKind"
>;

export const URGENCY_RULES = [
  "public_source",
  "danger_to_persons",
  "money_lost_within_72h",
  "closure_within_30_days",
  "payroll_within_14_days",
  "hearing_within_14_days",
  "wind_down_within_14_days",
  "money_perhaps_at_risk",
  "ongoing_without_date",
  "for_the_record",
] as const;
export type UrgencyRule = (typeof URGENCY_RULES)[number];

interface Rule {
  readonly rule: UrgencyRule;
  readonly urgency: Urgency;
  readonly fits: (facts: UrgencyFacts, today: IsoDay) => boolean;
}

/** First that fits. The order is the rule: danger to people is looked at before any date. */
const RULES: readonly Rule[] = [
  // What the press wrote asks nobody for help, however grave it is.
  { rule: "public_source", urgency: "u4_next_review", fits: ({ sourceKind }) => sourceKind === "import" },
  // "Unsure" counts as danger: a call too many costs an hour, a call too few may cost more.
  { rule: "danger_to_persons", urgency: "u1_24h", fits: inDanger },
  { rule: "money_lost_within_72h", urgency: "u1_24h", fits: ({ moneyLostWithin72h }) => moneyLostWithin72h === "yes" },
  { rule: "closure_within_30_days", urgency: "u2_3d", fits: (facts, today) => within(facts.closureOn, today, 30) },
  { rule: "payroll_within_14_days", urgency: "u2_3d", fits: (facts, today) => within(facts.payrollOn, today, 14) },
  { rule: "hearing_within_14_days", urgency: "u2_3d", fits: (facts, today) => within(facts.hearingOn, today, 14) },
  { rule: "wind_down_within_14_days", urgency: "u2_3d", fits: (facts, today) => within(facts.windDownOn, today, 14) },
  {
    rule: "money_perhaps_at_risk",
    urgency: "u2_3d",
    fits: ({ moneyLostWithin72h }) => moneyLostWithin72h === "unsure",
  },
  { rule: "ongoing_without_date", urgency: "u3_10d", fits: ({ ongoing }) => mayBe(ongoing) },
  { rule: "for_the_record", urgency: "u4_next_review", fits: () => true },
];

const mayBe = (answer: YesNoUnsure | null) => answer === "yes" || answer === "unsure";

function inDanger({ dangerToPersons, consequences }: UrgencyFacts): boolean {
  return mayBe(dangerToPersons) || consequences.includes("staff_in_danger");
}

/** A day that has passed is no deadline any more; today still is one. */
function within(day: IsoDay | null, today: IsoDay, days: number): boolean {
  if (day === null) return false;
  const left = daysBetween(today, day);
  return left >= 0 && left <= days;
}

/** What the rules propose; a coordinator decides. */
export function suggestedUrgency(facts: UrgencyFacts, today: IsoDay): { urgency: Urgency; rule: UrgencyRule } {
  const { urgency, rule } = RULES.find(({ fits }) => fits(facts, today)) ?? RULES[RULES.length - 1]!;
  return { urgency, rule };
}

interface DueOptions {
  /** the team's next review; u4 has no other date */
  readonly nextReviewAt: Date;
  readonly week?: WorkingWeek;
}

const ANSWER_WITHIN: Record<Urgency, (receivedAt: Date, options: DueOptions) => Date> = {
  u1_24h: (receivedAt) => new Date(receivedAt.getTime() + 24 * 3_600_000),
  u2_3d: (receivedAt, { week }) => endOfWorkingDay(receivedAt, 3, week),
  u3_10d: (receivedAt, { week }) => endOfWorkingDay(receivedAt, 10, week),
  u4_next_review: (_, { nextReviewAt }) => nextReviewAt,
};

/** The moment by which the reporter has an answer. 24 hours are hours of the clock, nights and feasts included. */
export function dueAt(urgency: Urgency, receivedAt: Date, options: DueOptions): Date {
  return ANSWER_WITHIN[urgency](receivedAt, options);
}

interface DueBefore {
  readonly receivedAt: Date;
  /** null where nobody was owed an answer */
  readonly dueBefore: Date | null;
  readonly at: Date;
  readonly nextReviewAt: (at: Date) => Date;
  readonly week?: WorkingWeek;
}

/**
 * The moment by which somebody has an answer after the urgency was changed or the case opened again. It counts from the
 * day the case arrived, as was promised, and who is late stays late; but a day that would be over when it is set, and
 * that nobody has missed, counts from now.
 */
export function dueAfterChange(urgency: Urgency, { receivedAt, dueBefore, at, nextReviewAt, week }: DueBefore): Date {
  const from = (start: Date) => dueAt(urgency, start, { nextReviewAt: nextReviewAt(start), ...(week && { week }) });
  const promised = from(receivedAt);
  const wasLate = dueBefore !== null && dueBefore < at;
  return promised >= at || wasLate ? promised : from(at);
}
