/** The languages the product speaks, in the order people are offered them. */
export const LOCALES = ["en", "fr", "es", "ar"] as const;
export type Locale = (typeof LOCALES)[number];
export type Direction = "ltr" | "rtl";

export const DEFAULT_LOCALE: Locale = "en";

/** A language calls itself by its own name: whoever cannot read this page must still find theirs. */
export const OWN_NAMES: Record<Locale, string> = { en: "English", fr: "Français", es: "Español", ar: "العربية" };

/**
 * What `Intl` is asked for. Running Arabic text keeps Latin digits: amounts, references and dates must be the same
 * on the page, on paper and on the telephone.
 */
export const INTL_TAGS: Record<Locale, string> = { en: "en-GB", fr: "fr-FR", es: "es-ES", ar: "ar-u-nu-latn" };

export function directionOf(locale: Locale): Direction {
  return locale === "ar" ? "rtl" : "ltr";
}

export function isLocale(text: unknown): text is Locale {
  return (LOCALES as readonly unknown[]).includes(text);
}
