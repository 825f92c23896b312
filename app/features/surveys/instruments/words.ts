import { z } from "zod";
import { withSpacesOf } from "#app/i18n/french-spaces.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { UNSEEN } from "#app/kernel/unseen-characters.ts";

const MOST_WORDS = 6000;

const ALL_UNSEEN = new RegExp(UNSEEN, "gu");

/**
 * A text of an instrument by language. What is missing is a fault of the instrument, not of its form. What nobody sees is
 * left out wherever it comes from: it would show one question to who approves and another to who answers, and mark what is printed.
 */
export const wordsSchema = z
  .partialRecord(
    z.enum(LOCALES),
    z
      .string()
      .max(MOST_WORDS)
      .transform((text) => text.replaceAll(ALL_UNSEEN, "")),
  )
  .readonly();
export type Words = z.infer<typeof wordsSchema>;

/** In which language somebody reads an instrument: their own where it speaks it, else English, else its first one. */
export function languageFor(wanted: Locale, languages: readonly Locale[]): Locale {
  if (languages.includes(wanted) || languages.length === 0) return wanted;
  return languages.includes("en") ? "en" : languages[0]!;
}

/**
 * What is shown of a text. A draft may lack a translation: a text in another language is better than none.
 * French is typed with ordinary spaces here as in the catalogues; what is kept stays as it was typed.
 */
export function wordsIn(words: Words | undefined, locale: Locale): string {
  if (!words) return "";
  const own = words[locale];
  if (own) return withSpacesOf(locale, own);
  return words.en || LOCALES.map((other) => words[other]).find(Boolean) || "";
}
