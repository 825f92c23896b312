import type { WaveId } from "#app/kernel/id.ts";

/** What somebody wants to print of a survey: a wave, and questions by their names. */
export interface SurveyWish {
  readonly waveId: WaveId;
  readonly questions: readonly string[];
}

/** Ticked where nothing was chosen before: what the indicators of a survey are told of, with who answered. */
export const STANDARD_QUESTIONS: readonly string[] = [
  ...["q5", "q7", "q13", "q15", "q16", "q17", "q19", "q22", "q27", "q29", "q33"],
];
/** Every question costs the others marks, and with all pairs of few organisations as attackers, minutes. */
export const MOST_QUESTIONS = 16;
