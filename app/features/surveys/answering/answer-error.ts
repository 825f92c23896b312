/** What can be wrong with an answer. The words are in the messages, `surveys.error`. */
export const ANSWER_ERRORS = [
  "choose-one",
  "choose-any",
  "choose-place",
  "answer-each-row",
  "enter-number",
  "enter-text",
  "choose-quarter",
  "rank-all",
  "rank-gap",
  "rank-twice",
  "country-twice",
  "unknown-choice",
  "alone",
  "declined-and-answered",
  "too-many",
  "not-a-number",
  "not-whole",
  "too-small",
  "too-large",
  "quarter-outside",
  "too-long",
  "account-number",
  "unseen-characters",
] as const;
export type AnswerErrorCode = (typeof ANSWER_ERRORS)[number];

export interface AnswerError {
  readonly question: string;
  /** the field of the form that it stands beside */
  readonly field: string;
  readonly code: AnswerErrorCode;
}

/** The key of its message. */
export const errorKey = (code: AnswerErrorCode): string => `surveys.error.${code}`;
