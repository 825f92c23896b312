/** Inputs of the questions into which anything can be typed. On their own, so that a page need not load all fields for them. */
export const FREE_TEXT_FIELDS = ["affectedName", "institutionName", "story", "recipients"] as const;
