/** The texts are not open in this sitting, or this one is none of them. */
export const NO_TEXT = { kind: "conflict", code: "coding.no-text" } as const;
/** Somebody has coded by another list already. */
export const LIST_FIXED = { kind: "conflict", code: "coding.list-fixed" } as const;
export const NO_LIST = { kind: "conflict", code: "coding.no-list" } as const;
/** A code that the list has not. */
export const NOT_A_CODE = { kind: "invalid", code: "coding.not-a-code" } as const;
/** Two code, and no third. */
export const TWO_CODE = { kind: "conflict", code: "coding.two-code" } as const;
/** Both coders have to be done before anything is compared. */
export const NOT_BOTH_DONE = { kind: "conflict", code: "coding.not-both-done" } as const;
