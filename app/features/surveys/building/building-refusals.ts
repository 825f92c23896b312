/** Not there, or out of reach: both look the same. */
export const NO_QUESTIONNAIRE = { kind: "not-found", code: "questionnaires.none" } as const;
/** What the page shows has been changed by somebody else since. */
export const PART_CHANGED = { kind: "conflict", code: "questionnaires.changed-meanwhile" } as const;
/** Others hang on it: the page lists where. */
export const IS_NEEDED = { kind: "conflict", code: "questionnaires.is-needed" } as const;
export const LAST_PAGE = { kind: "conflict", code: "questionnaires.last-page" } as const;
export const PAGE_FULL = { kind: "conflict", code: "questionnaires.page-full" } as const;
export const PAGES_FULL = { kind: "conflict", code: "questionnaires.pages-full" } as const;
export const ENDS_FULL = { kind: "conflict", code: "questionnaires.ends-full" } as const;
/** A fault that stops publishing is left. */
export const HAS_FAULTS = { kind: "conflict", code: "questionnaires.has-faults" } as const;
/** Exactly this text was published before. */
export const NOTHING_NEW = { kind: "conflict", code: "questionnaires.nothing-new" } as const;
/** An edit came to what no questionnaire can be, such as one with too many answers. */
export const DOES_NOT_FIT = { kind: "invalid", code: "questionnaires.does-not-fit" } as const;

/** Some fields say what is wrong with them. */
export function wrongFields(fields: Readonly<Record<string, string>>) {
  return { kind: "invalid", code: "form.invalid", fields } as const;
}
