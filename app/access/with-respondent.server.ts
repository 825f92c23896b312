import { inContext, type SurveyContext, type Transaction } from "#app/platform/db/in-context.server.ts";

/**
 * The door to the database for somebody who answers a survey. Nobody is named: what they hold reaches the rows it is the
 * key to, and no other.
 */
export function withRespondent<T>(survey: SurveyContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inContext({ role: "respondent", survey }, work);
}
