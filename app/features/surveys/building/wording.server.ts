import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import type { Wording } from "#app/features/surveys/instruments/worded-choices.ts";
import { languageFor, wordsIn } from "#app/features/surveys/instruments/words.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { conditionWords } from "./condition-words.ts";

/** How a coordinator reads a questionnaire: in their own language where it speaks it. */
export function wordingFor(instrument: Instrument, locale: Locale): Wording {
  const language = languageFor(locale, instrument.languages);
  return { locale: language, words: codeWordsIn(language) };
}

/** Conditions in the language of the page. @returns null for none */
export function conditionTeller(instrument: Instrument, locale: Locale) {
  const telling = { ...wordingFor(instrument, locale), t: textFor(locale), list: formatsFor(locale).list };
  return (condition: Condition | undefined): string | null =>
    condition ? conditionWords(instrument, condition, telling) : null;
}

/** What a questionnaire calls itself. */
export const titleIn = (instrument: Instrument, locale: Locale): string =>
  wordsIn(instrument.title, languageFor(locale, instrument.languages)) || instrument.name;
