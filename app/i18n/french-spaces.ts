import type { Locale } from "./locales.ts";

const NO_BREAK = "\u00a0";

/**
 * French puts a space before ; : ? ! % and inside « » and between thousands, and no line may begin with such a mark or break
 * a number. Translators type ordinary spaces, which cannot be told apart by eye; here they become spaces that hold.
 * @param message may hold ICU syntax: the colons of a skeleton ("{x, number, ::percent}") stay as they are
 */
export function withFrenchSpaces(message: string): string {
  return message.replace(/ (?=[;?!»%]|:(?!:))|(?<=\d) (?=\d{3}(?!\d))/g, NO_BREAK).replace(/« /g, `«${NO_BREAK}`);
}

/** What somebody typed in a language, as it is shown. */
export const withSpacesOf = (locale: Locale, text: string): string => (locale === "fr" ? withFrenchSpaces(text) : text);
