/** Fields of a trial besides the questions' own: their names hold hyphens, which no question has in its name. */
export const TRIAL = {
  answers: "trial-answers",
  at: "trial-at",
  language: "trial-language",
  act: "trial-act",
} as const;
