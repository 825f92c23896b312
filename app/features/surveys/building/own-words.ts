import type { Words } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** A text said anew in one language; an empty one is taken out, so that it counts as missing. */
export function saidIn(words: Words | undefined, locale: Locale, text: string): Words {
  const { [locale]: _, ...others } = words ?? {};
  return text.trim() === "" ? others : { ...others, [locale]: text.trim() };
}

/** The same of a text that need not be there: without any word it is not. */
export function perhapsIn(words: Words | undefined, locale: Locale, text: string): Words | undefined {
  const said = saidIn(words, locale, text);
  return Object.keys(said).length > 0 ? said : undefined;
}
