/** The button of a form that asks for the same page in another language; nothing typed is sent on by it, or lost. */
export const IN_LANGUAGE = "inLanguage";
