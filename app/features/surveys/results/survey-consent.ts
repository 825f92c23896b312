import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import { CONSENT_LEVELS, type ConsentLevel } from "#app/features/taxonomy/codes.ts";

/** "How may your answers be used?", in the standard questionnaire and whatever is made of it. */
const CONSENT_QUESTION = "q2";
const FOR_TOTALS: ConsentLevel = "c2_aggregate";

/** Whether an answer may stand in published totals. A questionnaire that does not ask has nobody's consent. */
export function mayBeCounted(answers: Answers): boolean {
  const level = CONSENT_LEVELS.indexOf(answers[CONSENT_QUESTION] as ConsentLevel);
  return level >= CONSENT_LEVELS.indexOf(FOR_TOTALS);
}
