import { CASE_STATUSES, type CaseStatus } from "#app/features/taxonomy/codes.ts";

export { CASE_STATUSES, type CaseStatus };

/** Cases that somebody still has to do something about; the queue shows them by default. */
export const OPEN_STATUSES: readonly CaseStatus[] = [
  "received",
  "needs_clarification",
  "triaged",
  "support_ongoing",
  "escalated",
];

/** Cases that must not be used any more: no figure, no story, no briefing. */
export const ENDED_BY_REPORTER: readonly CaseStatus[] = ["withdrawn_by_reporter", "erased"];

export const isOpen = (status: CaseStatus): boolean => OPEN_STATUSES.includes(status);
export const isUsable = (status: CaseStatus): boolean => !ENDED_BY_REPORTER.includes(status);
