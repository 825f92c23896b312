import type { CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import { type AccountNumberPlace, accountNumberPlaces, maskAccountNumbers } from "#app/kernel/account-number-mask.ts";
import { FREE_TEXT_QUESTIONS } from "./report-questions.ts";

/** An answer in which whole account or card numbers stand. A report with one is not sent. */
export interface AnswerWithNumbers {
  readonly key: QuestionKey;
  readonly places: readonly AccountNumberPlace[];
}

/** Looks through every free text of the report, in the order of the questions. */
export function accountNumbersIn(report: CaseReport): readonly AnswerWithNumbers[] {
  return FREE_TEXT_QUESTIONS.flatMap((key) => {
    const places = textsOf(report[key]).flatMap(accountNumberPlaces);
    return places.length > 0 ? [{ key, places }] : [];
  });
}

/** The report with every such number cut down to its last four characters; nothing else is touched. */
export function withMaskedNumbers(report: CaseReport): CaseReport {
  const masked = FREE_TEXT_QUESTIONS.flatMap((key) => {
    const answer = report[key];
    return answer ? [[key, maskedTexts(answer)] as const] : [];
  });
  return { ...report, ...Object.fromEntries(masked) };
}

function textsOf(answer: object | undefined): readonly string[] {
  return Object.values(answer ?? {}).filter((value): value is string => typeof value === "string");
}

function maskedTexts(answer: object): object {
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [
      name,
      typeof value === "string" ? maskAccountNumbers(value) : value,
    ]),
  );
}
