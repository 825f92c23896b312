import { type BriefingDraft, PARTS, type Part, partOf } from "#app/features/briefings/briefing.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** Which parts are written in which of a briefing's languages. */
export interface WrittenParts {
  readonly locales: readonly Locale[];
  readonly parts: readonly { readonly part: Part; readonly written: readonly Locale[] }[];
}

export function writtenParts({ specification: { locales }, texts }: BriefingDraft): WrittenParts {
  return {
    locales,
    parts: PARTS.map((part) => ({ part, written: locales.filter((locale) => partOf(texts[locale], part) !== "") })),
  };
}
