import { type BriefingDraft, PARTS, partOf } from "#app/features/briefings/briefing.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";

export interface WrittenText {
  readonly locale: Locale;
  /** language and part or ask, such as `fr.claim` or `fr.SP2` */
  readonly place: string;
  readonly text: string;
}

/** Everything that was typed, by language and part. */
export function writtenTexts({ texts, followUp }: BriefingDraft): WrittenText[] {
  return LOCALES.flatMap((locale) => [
    ...PARTS.map((part) => ({ locale, place: `${locale}.${part}`, text: partOf(texts[locale], part) })),
    ...(followUp?.asks ?? []).map(({ code, texts }) => ({
      locale,
      place: `${locale}.${code}`,
      text: texts[locale] ?? "",
    })),
  ]);
}
