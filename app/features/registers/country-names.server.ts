import { createRequire } from "node:module";
import { COUNTRY_CODES } from "./regional-groups.ts";

export const COUNTRY_NAME_LOCALES = ["en", "fr", "es", "ar"] as const;
export type CountryNameLocale = (typeof COUNTRY_NAME_LOCALES)[number];

// The package's own index loads every language it has; the four files are read alone.
const require = createRequire(import.meta.url);
type NameFile = { readonly countries: Readonly<Record<string, string | readonly string[]>> };

/** Where the package lacks a name or has one that the States concerned no longer use. */
const CORRECTIONS: Partial<Record<CountryNameLocale, Readonly<Record<string, string>>>> = {
  en: { TR: "Türkiye", PS: "Palestine", XK: "Kosovo" },
  fr: { PS: "Palestine", XK: "Kosovo" },
  es: { PS: "Palestina", XK: "Kosovo" },
  ar: { PS: "فلسطين", XK: "كوسوفو" },
};

const tables = new Map<CountryNameLocale, ReadonlyMap<string, string>>();

function tableOf(locale: CountryNameLocale): ReadonlyMap<string, string> {
  const known = tables.get(locale);
  if (known) return known;
  const { countries } = require(`i18n-iso-countries/langs/${locale}.json`) as NameFile;
  const nameOf = (code: string) => CORRECTIONS[locale]?.[code] ?? [countries[code] ?? code].flat()[0] ?? code;
  const table = new Map(COUNTRY_CODES.map((code) => [code, nameOf(code)] as const));
  tables.set(locale, table);
  return table;
}

/** @returns the name a reader of the language knows, or the code itself where there is none. */
export function countryName(code: string, locale: CountryNameLocale): string {
  return tableOf(locale).get(code) ?? code;
}

type CountryOptions = readonly { readonly code: string; readonly name: string }[];
const options = new Map<CountryNameLocale, CountryOptions>();

/** Code and name of every country, in the order of the language's alphabet: the options of a form. */
export function countryOptions(locale: CountryNameLocale): CountryOptions {
  const known = options.get(locale);
  if (known) return known;
  const collator = new Intl.Collator(locale);
  const sorted = [...tableOf(locale)]
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => collator.compare(a.name, b.name));
  options.set(locale, sorted);
  return sorted;
}
