import { countryName } from "#app/features/registers/country-names.server.ts";
import { isCode, LIST_NAMES, type ListName } from "#app/features/taxonomy/codes.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { ANSWER_LIST, COUNTRY_LIST, type CodeWords } from "./code-lists.ts";

/** Lists whose words stand among the messages instead of in the taxonomy. */
const IN_MESSAGES: Readonly<Record<string, string>> = {
  [ANSWER_LIST]: "surveys.answer",
  incident_group: "codes.incident_group",
  regional_group: "codes.regional_group",
  ask: "asks.text",
};

/** The words of every code in one language. A code that nobody knows any more is its own word. */
export function codeWordsIn(locale: Locale): CodeWords {
  const t = textFor(locale);
  const currencies = new Intl.DisplayNames(locale, { type: "currency" });
  return (list, code) => {
    const place = Object.hasOwn(IN_MESSAGES, list) ? IN_MESSAGES[list] : undefined;
    if (place) return t.has(`${place}.${code}`) ? t.dynamic(`${place}.${code}`) : code;
    if (list === COUNTRY_LIST) return countryName(code, locale);
    if (list === "currency") return /^[A-Z]{3}$/.test(code) ? `${code} ${currencies.of(code) ?? ""}`.trim() : code;
    const known = (LIST_NAMES as readonly string[]).includes(list) ? (list as ListName) : null;
    return known && isCode(known, code) ? labelOf(known, code, locale) : code;
  };
}
