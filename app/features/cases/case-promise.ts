import type { Urgency } from "#app/features/taxonomy/codes.ts";
import type { ReportedCopy } from "./case-record.ts";
import { firstAssessment } from "./first-assessment.ts";

/** By when a reporter was told to have an answer. */
export interface AnswerPromise {
  readonly urgency: Urgency;
  /** ISO instant */
  readonly answerBy: string;
}

/**
 * What the rules promise of a case on arrival. It follows from the report alone, so its reporter may know it;
 * a coordinator's later judgement lies under a key that no reporter holds.
 */
export function promiseOf({ facts, receivedAt }: ReportedCopy): AnswerPromise {
  const { urgency, dueAt } = firstAssessment(facts, new Date(receivedAt));
  return { urgency, answerBy: dueAt ?? receivedAt };
}
