import type { CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import { isAnswered, QUESTIONS, type Question, REPORT_SECTIONS, type ReportSection } from "./report-questions.ts";

/** The questions this report is asked, in order. */
export function applicableQuestions(report: CaseReport): readonly Question[] {
  return QUESTIONS.filter(({ appliesWhen }) => appliesWhen(report));
}

/** @returns the question after `key` that applies, or null: then the answers are checked and sent. */
export function nextQuestion(key: QuestionKey, report: CaseReport): Question | null {
  const from = QUESTIONS.findIndex((question) => question.key === key);
  return QUESTIONS.slice(from + 1).find(({ appliesWhen }) => appliesWhen(report)) ?? null;
}

/** @returns the question before `key` that applies, or null: then the way back is the task list. */
export function previousQuestion(key: QuestionKey, report: CaseReport): Question | null {
  const until = QUESTIONS.findIndex((question) => question.key === key);
  return QUESTIONS.slice(0, until).findLast(({ appliesWhen }) => appliesWhen(report)) ?? null;
}

/** Where somebody who comes back goes on: the first question that applies and has no answer. */
export function firstUnanswered(report: CaseReport): Question | null {
  return applicableQuestions(report).find((question) => !isAnswered(question, report)) ?? null;
}

/** What stands between this report and sending it. */
export function missingQuestions(report: CaseReport): readonly Question[] {
  return applicableQuestions(report).filter((question) => question.required && !isAnswered(question, report));
}

export const isReadyToSend = (report: CaseReport): boolean => missingQuestions(report).length === 0;

export type SectionState = "not_started" | "in_progress" | "ready" | "complete";

export interface SectionProgress {
  readonly section: ReportSection;
  readonly questions: readonly Question[];
  readonly answered: number;
  /** `ready`: everything needed is there; `complete`: everything asked is */
  readonly state: SectionState;
}

/** The task list. A section without questions for this report is left out. */
export function sectionProgress(report: CaseReport): readonly SectionProgress[] {
  const asked = applicableQuestions(report);
  return REPORT_SECTIONS.map((section) => {
    const questions = asked.filter((question) => question.section === section);
    const answered = questions.filter((question) => isAnswered(question, report)).length;
    const missing = questions.some((question) => question.required && !isAnswered(question, report));
    return { section, questions, answered, state: stateOf(answered, questions.length, missing) };
  }).filter(({ questions }) => questions.length > 0);
}

function stateOf(answered: number, asked: number, missing: boolean): SectionState {
  if (answered === asked) return "complete";
  if (answered === 0) return "not_started";
  return missing ? "in_progress" : "ready";
}

export interface PlaceInReport {
  /** of the report: which, and of how many; every report has all of them */
  readonly part: number;
  readonly parts: number;
  /** among the questions of its part that apply; 0: it does not. Not of how many: answers open and close what follows. */
  readonly place: number;
}

/** "Part 4 of 8, question 2": no number of it changes before somebody changes an answer. */
export function placeInReport({ key, section }: Question, report: CaseReport): PlaceInReport {
  const asked = applicableQuestions(report).filter((question) => question.section === section);
  return {
    part: REPORT_SECTIONS.indexOf(section) + 1,
    parts: REPORT_SECTIONS.length,
    place: asked.findIndex((question) => question.key === key) + 1,
  };
}

/**
 * The report without answers that earlier answers have made unreachable or untrue; done once, at sending,
 * so that somebody who changes an answer and changes it back loses nothing.
 */
export function prunedReport(report: CaseReport): { report: CaseReport; dropped: readonly QuestionKey[] } {
  const kept: CaseReport = {};
  const dropped: QuestionKey[] = [];
  for (const { key, appliesWhen, fits } of QUESTIONS) {
    const answer = report[key];
    if (answer === undefined) continue;
    if (appliesWhen(kept) && fits(answer, kept)) Object.assign(kept, { [key]: answer });
    else dropped.push(key);
  }
  return { report: kept, dropped };
}
