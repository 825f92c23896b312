/** What every step of a briefing may answer: it is not there, or somebody was faster. */
export const NO_BRIEFING = { kind: "not-found", code: "briefing.none" } as const;
export const CHANGED_MEANWHILE = { kind: "conflict", code: "briefing.changed-meanwhile" } as const;
export const NOT_A_DRAFT = { kind: "conflict", code: "briefing.not-a-draft" } as const;
