import { notFound } from "#app/access/answers.server.ts";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { findPage, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { seenMark } from "./draft-commands.server.ts";
import type { BuiltDraft } from "./draft-queries.server.ts";
import { mainLanguage, translationSheet } from "./sheets.ts";
import { MOST_TEXTS, textsToTranslate, translationState, WHOLE } from "./translation-sheet.ts";
import { isMissing, type TextOf } from "./written-texts.ts";

/** A text to translate: beside it what it is translated from. */
export interface TranslatedText {
  readonly key: string;
  readonly of: TextOf;
  readonly question: string | null;
  readonly source: string;
  readonly isMissing: boolean;
}

export interface ListedPart {
  readonly page: string;
  readonly part: number;
  /** null: texts of the questionnaire as a whole */
  readonly title: string | null;
  readonly texts: number;
  readonly missing: number;
}

const titleAt = (instrument: Instrument, page: string, locale: Locale) =>
  page === WHOLE ? null : wordsIn(findPage(instrument, page)?.title, locale) || page;

/** How far a questionnaire is translated into a language, page by page. */
export function translationsPage({ id, instrument }: BuiltDraft, language: Locale) {
  if (!instrument.languages.includes(language)) throw notFound();
  const from = mainLanguage(instrument);
  const pages = translationState(instrument, language).map(({ page, texts, missing }): ListedPart => {
    return { page, part: 1, title: titleAt(instrument, page, from), texts, missing };
  });
  const missing = pages.reduce((sum, page) => sum + page.missing, 0);
  return { id, from, language, languages: instrument.languages, pages, missing };
}

export interface TranslationPage {
  readonly id: string;
  readonly from: Locale;
  readonly language: Locale;
  readonly page: string;
  readonly title: string | null;
  readonly part: number;
  readonly parts: number;
  readonly seen: string;
  readonly defaults: FormValues;
  readonly texts: readonly TranslatedText[];
  readonly missing: number;
}

/** One page of a questionnaire with its texts side by side. @throws Response the page of what is not there */
export function translationPage(
  { id, instrument }: BuiltDraft,
  { language, page, part }: { readonly language: Locale; readonly page: string; readonly part: number },
): TranslationPage {
  const defaults = translationSheet({ page, part }, language).fields(instrument);
  if (!defaults || !instrument.languages.includes(language)) throw notFound();
  const from = mainLanguage(instrument);
  const all = translationState(instrument, language).find((one) => one.page === page);
  const texts = textsToTranslate(instrument, { page, part }).map((text) => ({
    ...{ key: text.key, of: text.of, question: text.question },
    source: wordsIn(text.words, from),
    isMissing: isMissing(text, language),
  }));
  return {
    ...{ id, from, language, page, part, defaults, texts, seen: seenMark(defaults) },
    title: titleAt(instrument, page, from),
    parts: Math.ceil((all?.texts ?? 0) / MOST_TEXTS),
    missing: texts.filter((text) => text.isMissing).length,
  };
}

/** Which part of a long page an address names. */
export function partIn(url: URL): number {
  const part = Number(url.searchParams.get("part") ?? "1");
  return Number.isInteger(part) && part >= 1 && part <= 99 ? part : 1;
}
