import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textIn } from "./form-texts.ts";
import { saidIn } from "./own-words.ts";
import { eachText, isMissing, type WrittenText, writtenTexts } from "./written-texts.ts";

/** Stands for the questionnaire's own texts among the pages: no page can be called so. */
export const WHOLE = "whole-questionnaire";

/** A form holds two hundred fields: a page with more texts is translated in parts. */
export const MOST_TEXTS = 120;

export interface TranslatedPart {
  readonly page: string;
  readonly part: number;
}

const belongsTo = (text: WrittenText, page: string) => (text.page ?? WHOLE) === page;

/** The texts of a part of a page, in their order. */
export function textsToTranslate(instrument: Instrument, { page, part }: TranslatedPart): readonly WrittenText[] {
  return writtenTexts(instrument)
    .filter((text) => belongsTo(text, page))
    .slice((part - 1) * MOST_TEXTS, part * MOST_TEXTS);
}

/** By the keys of the texts; what is not translated yet is empty. */
export function translationFields(instrument: Instrument, part: TranslatedPart, locale: Locale): FormValues {
  const texts = textsToTranslate(instrument, part);
  return Object.fromEntries(texts.map(({ key, words }) => [key, words[locale] ?? ""]));
}

/** Only texts that the form has held are said anew. */
export function applyTranslation(
  instrument: Instrument,
  part: TranslatedPart,
  locale: Locale,
  values: FormValues,
): Instrument {
  const held = new Set(textsToTranslate(instrument, part).map(({ key }) => key));
  const isHeld = (text: WrittenText) =>
    belongsTo(text, part.page) && held.has(text.key) && Object.hasOwn(values, text.key);
  return eachText(instrument, (text) =>
    isHeld(text) ? saidIn(text.words, locale, textIn(values, text.key)) : text.words,
  );
}

export interface TranslatedPage {
  readonly page: string;
  readonly texts: number;
  readonly missing: number;
}

/** How far each page is translated, the texts of the whole questionnaire first. */
export function translationState(instrument: Instrument, locale: Locale): readonly TranslatedPage[] {
  const texts = writtenTexts(instrument);
  return [WHOLE, ...instrument.pages.map(({ name }) => name)].map((page) => {
    const own = texts.filter((text) => belongsTo(text, page));
    return { page, texts: own.length, missing: own.filter((text) => isMissing(text, locale)).length };
  });
}

/** Texts that are missing in each language that the questionnaire speaks. */
export function missingByLanguage(
  instrument: Instrument,
): readonly { readonly locale: Locale; readonly missing: number }[] {
  const texts = writtenTexts(instrument);
  return instrument.languages.map((locale) => ({
    locale,
    missing: texts.filter((text) => isMissing(text, locale)).length,
  }));
}

/** The next page with something missing, behind this one or else from the beginning; null where nothing is. */
export function nextToTranslate(instrument: Instrument, locale: Locale, page: string): string | null {
  const open = translationState(instrument, locale);
  const at = open.findIndex((one) => one.page === page);
  const inOrder = [...open.slice(at + 1), ...open.slice(0, at + 1)];
  return inOrder.find(({ missing }) => missing > 0)?.page ?? null;
}
