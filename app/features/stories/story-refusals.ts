/** Not there, or out of reach: both look the same. */
export const NO_STORY = { kind: "not-found", code: "stories.none" } as const;
/** Somebody else was faster, or the page is an old one. */
export const STORY_CHANGED = { kind: "conflict", code: "stories.changed-meanwhile" } as const;
export const STORY_NOT_ALLOWED = { kind: "conflict", code: "stories.no-consent" } as const;
/** The finder has found what has to go before anybody reads it. */
export const STORY_TELLS_TOO_MUCH = { kind: "conflict", code: "stories.tells-too-much" } as const;
