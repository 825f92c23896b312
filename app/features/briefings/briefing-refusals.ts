/** What every step of a briefing may answer: it is not there, or somebody was faster. */
export const NO_BRIEFING = { kind: "not-found", code: "briefing.none" } as const;
export const CHANGED_MEANWHILE = { kind: "conflict", code: "briefing.changed-meanwhile" } as const;
/** Long work that was stopped, or whose session has ended: nothing of it is written. */
export const WORK_ENDED = { kind: "conflict", code: "briefing.work-ended" } as const;
/** Tables that would take longer than computing may: nobody begins what will be broken off. */
export const TOO_DEAR = { kind: "conflict", code: "briefing.tables-too-dear" } as const;
export const NOT_A_DRAFT = { kind: "conflict", code: "briefing.not-a-draft" } as const;
