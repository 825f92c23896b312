import type { Words } from "#app/features/surveys/instruments/words.ts";
import { LOCALES, type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import type { NamedRow } from "./sheet.ts";

/** How XLSForm names a language in the head of a column: `label::Français (fr)`. */
const columnIn = (column: string, locale: Locale): string => `${column}::${OWN_NAMES[locale]} (${locale})`;

/** The same column once in each language. */
export function columnsIn(column: string, locales: readonly Locale[]): readonly string[] {
  return locales.map((locale) => columnIn(column, locale));
}

/** The words of a row in all languages that a file has. */
export function cellsOf(column: string, words: Words | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => (words?.[locale] ? [[columnIn(column, locale), words[locale]]] : [])),
  );
}

/** Which languages the head of a sheet names for a column, each with the column's whole name. */
export function languagesIn(head: readonly string[], column: string): ReadonlyMap<Locale, string> {
  const found = head.flatMap((whole) => {
    const locale = whole.startsWith(`${column}::`) ? /\((\w+)\)\s*$/.exec(whole)?.[1] : undefined;
    return locale && (LOCALES as readonly string[]).includes(locale) ? [[locale as Locale, whole.trim()] as const] : [];
  });
  return new Map(found);
}

/** The words of a row. A column without a language is taken for English, as files in one language have it. */
export function wordsOf(row: NamedRow, column: string, languages: ReadonlyMap<Locale, string>): Words | undefined {
  const plain = row.at(column);
  const said = [...languages].flatMap(([locale, whole]) => (row.at(whole) ? [[locale, row.at(whole)] as const] : []));
  if (said.length === 0) return plain ? { en: plain } : undefined;
  return Object.fromEntries(said);
}
