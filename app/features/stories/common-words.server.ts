import { wordsOf } from "#app/features/disclosure/narratives/folded-words.ts";
import type { CommonWords } from "#app/features/disclosure/narratives/likely-names.ts";
import { LIST_NAMES } from "#app/features/taxonomy/codes.ts";
import { labelsOf } from "#app/features/taxonomy/labels.server.ts";
import type { MessageTree } from "#app/i18n/catalogue.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { loadMessages } from "#app/i18n/messages.server.ts";

const known = new Map<Locale, CommonWords>();

/**
 * Words that say nothing of anybody: those the product itself uses in a language, on its pages and in its lists. There is no
 * name of a person, a place or an organisation among them, and most words about money, banks and courts are.
 */
export function commonWords(locale: Locale): CommonWords {
  const before = known.get(locale);
  if (before) return before;
  const labels = LIST_NAMES.flatMap((list) => Object.values<string>(labelsOf(list, locale)));
  const texts = [...leavesOf(loadMessages(locale) as MessageTree), ...labels];
  const words = new Set(texts.flatMap((text) => wordsOf(text).map(({ folded }) => folded)));
  known.set(locale, words);
  return words;
}

function leavesOf(tree: MessageTree): string[] {
  return Object.values(tree).flatMap((value) => {
    if (typeof value === "string") return [value];
    return Array.isArray(value) ? [] : leavesOf(value as MessageTree);
  });
}
