import type { CaseReport } from "#app/features/cases/case-report.ts";
import { applicableQuestions, isReadyToSend, missingQuestions, nextQuestion } from "./report-progress.ts";
import { isAnswered, type Question } from "./report-questions.ts";

/**
 * Where Continue leads. On the first way through: to the next question. For somebody who came back from the check of
 * answers to change one: to what the change has made necessary, else back to the check.
 * @returns null: to the check
 */
export function questionAfter(question: Question, before: CaseReport, after: CaseReport): Question | null {
  const isChange = isAnswered(question, before) && isReadyToSend(before);
  if (!isChange) return nextQuestion(question.key, after);
  const known = new Set(applicableQuestions(before).map(({ key }) => key));
  const isNew = ({ key }: Question) => !known.has(key);
  const opened = applicableQuestions(after).find((one) => isNew(one) && !isAnswered(one, after));
  return opened ?? missingQuestions(after)[0] ?? null;
}
