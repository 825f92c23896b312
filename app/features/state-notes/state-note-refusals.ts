/** Not there, or out of reach: both look the same. */
export const NO_NOTE = { kind: "not-found", code: "state-notes.none" } as const;
/** Somebody was faster, or a part has ended since. */
export const NOTE_CHANGED = { kind: "conflict", code: "state-notes.changed-meanwhile" } as const;
export const NOTE_EXPIRED = { kind: "conflict", code: "state-notes.expired" } as const;
export const NOT_WHOLE = { kind: "conflict", code: "state-notes.not-whole" } as const;
export const SECOND_PERSON = { kind: "conflict", code: "state-notes.second-person-required" } as const;
