/** The forms of a report by their question. Pages take one; a script in a browser imports only the module it needs. */
export * from "./case-forms-choices.ts";
export * from "./case-forms-dates.ts";
export * from "./case-forms-money.ts";
export * from "./case-forms-remedies.ts";
export * from "./case-forms-story.ts";
