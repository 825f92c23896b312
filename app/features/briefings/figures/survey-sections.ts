import { DIMENSIONS, type Section, sectionOf, subjectOf } from "./dimensions.ts";

/** In which part of a briefing the questions of the standard questionnaire stand; one that it does not know, among what happened. */
const QUESTIONS: Partial<Record<Section, readonly string[]>> = {
  who_answered: ["q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10", "q11", "q12"],
  who_refused: ["q16", "q17", "q18", "q19", "q20", "q21"],
  time_and_money: ["q22", "q23", "q30_time", "q34_money", "q34_days"],
  what_it_does: ["q25", "q27", "q28", "q29", "q31", "q37"],
  what_helped: ["q32", "q33", "q35", "q36"],
};

export function sectionOfQuestion(question: string): Section {
  const found = Object.entries(QUESTIONS).find(([, questions]) => questions.includes(question));
  return (found?.[0] as Section | undefined) ?? "what_happened";
}

/** What a question may be evidence for: a questionnaire does not say which subject it asks about, only in which part it belongs. */
export function subjectsOfQuestion(question: string): string[] {
  const section = sectionOfQuestion(question);
  return [...new Set(DIMENSIONS.filter((dimension) => sectionOf(dimension) === section).map(subjectOf))];
}
