/** Not there, or out of reach: both look the same. */
export const NO_WAVE = { kind: "not-found", code: "waves.none" } as const;
/** Somebody was faster, or the page is older than what it shows. */
export const WAVE_CHANGED = { kind: "conflict", code: "waves.changed-meanwhile" } as const;
/** Its state does not allow it: too early, too late, or not yet approved. */
export const NOT_NOW = { kind: "conflict", code: "waves.not-now" } as const;
export const SECOND_PERSON = { kind: "conflict", code: "waves.second-person-required" } as const;
/** Nobody is there who could open what would be sealed. */
export const NO_ANALYST = { kind: "conflict", code: "waves.no-analyst" } as const;
export const TOO_MANY_WAVES = { kind: "conflict", code: "waves.too-many" } as const;
export const TOO_FEW_CODES = { kind: "conflict", code: "waves.too-few-codes" } as const;
export const PANEL_FULL = { kind: "conflict", code: "waves.panel-full" } as const;
export const HAS_CODE = { kind: "conflict", code: "waves.has-code" } as const;
export const NO_CODE_YET = { kind: "conflict", code: "waves.no-code-yet" } as const;
/** Told only where the hand-over has told it already. */
export const HAS_ANSWERED = { kind: "conflict", code: "waves.has-answered" } as const;
export const NO_LINK = { kind: "conflict", code: "waves.no-link" } as const;
/** The same for a code that was never one, one that was replaced, and one of another day. */
export const WRONG_CODE = {
  kind: "invalid",
  code: "waves.wrong-code",
  fields: { code: "refusal.waves.wrong-code" },
} as const;
export const WRONG_WORDS = { kind: "invalid", code: "waves.wrong", fields: { words: "refusal.waves.wrong" } } as const;
/** Words by which surveys are compared that the product did not make, or that were copied wrong. */
export const WRONG_PANEL_WORDS = {
  kind: "invalid",
  code: "waves.wrong-panel-words",
  fields: { panelWords: "refusal.waves.wrong-panel-words" },
} as const;
export const NOT_OPEN = { kind: "conflict", code: "waves.not-open" } as const;
export const LINK_FULL = { kind: "conflict", code: "waves.link-full" } as const;
export const TOO_LONG = { kind: "conflict", code: "waves.too-long" } as const;
export const TOO_FEW_ANSWERS = { kind: "conflict", code: "waves.too-few-answers" } as const;
/** Who has invited or approved must not read. */
export const KNOWS_THE_PANEL = { kind: "conflict", code: "waves.knows-the-panel" } as const;
export const NO_INSTRUMENT = { kind: "conflict", code: "waves.no-instrument" } as const;
/** An analyst who came after the wave was approved. */
export const NO_KEY = { kind: "conflict", code: "waves.no-key" } as const;
/** The answers of a wave in two releases could be subtracted from each other. */
export const COUNTED_BEFORE = { kind: "conflict", code: "waves.counted-before" } as const;
/** Has it, has left, coordinates the team, gave a word on the survey, or nobody has agreed to their role yet. */
export const NO_READER = {
  kind: "invalid",
  code: "waves.no-reader",
  fields: { userId: "refusal.waves.no-reader" },
} as const;
/** Rows of these answers were given to researchers. */
export const EXTRACTED_BEFORE = { kind: "conflict", code: "waves.extracted-before" } as const;
/** Tables of these answers stand in a briefing, or are chosen for one. */
export const PRINTED_BEFORE = { kind: "conflict", code: "waves.printed-before" } as const;
/** Rows for researchers leave with the words of two analysts, and nobody else can read the answers yet. */
export const SECOND_ANALYST = { kind: "conflict", code: "waves.second-analyst" } as const;
/** Of these rows: the word that is missing is another person's. */
export const WORD_GIVEN = { kind: "conflict", code: "waves.word-given" } as const;
/** The rows that were agreed to cannot be made any more: the product, or one of its lists, has changed since. */
export const ROWS_CHANGED = { kind: "conflict", code: "waves.rows-changed" } as const;
/** Answers are looked at in the sitting in which they were opened. */
export const NOT_OPENED = { kind: "conflict", code: "waves.not-opened" } as const;
