import { z } from "zod";
import { isOneLine, limitOf, type Part, TEXT_LIMITS } from "#app/features/briefings/briefing.ts";
import { prose } from "#app/features/briefings/prose.ts";
import { piecesOf, referenceText } from "#app/features/briefings/references/figure-reference.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { type SentText, shownField } from "./texts-together.ts";

export const EVERY_LANGUAGE = "every";

const words = prose(TEXT_LIMITS.section).optional();

/** One part, a field for each language; and what the button asks for that puts a figure into it. */
export const sectionForm = z
  .object({
    shown: shownField,
    ...({ en: words, fr: words, es: words, ar: words } satisfies Record<Locale, typeof words>),
    insert: z.literal("yes").optional(),
    reference: z.string().max(200).default(""),
    into: z.union([z.literal(EVERY_LANGUAGE), z.enum(LOCALES)]).default(EVERY_LANGUAGE),
    unit: z.literal("yes").optional(),
  })
  .transform(({ shown, insert, reference, into, unit, ...texts }) => ({
    shown,
    texts: texts as Partial<Record<Locale, string>>,
    /** what to put where; null where the form is to be saved */
    insertion: insert ? { reference: read(reference), into, withUnit: unit === "yes" } : null,
  }));
type SectionForm = z.infer<typeof sectionForm>;

/** The reference that a field carries, and nothing but one. */
function read(field: string) {
  const [piece, ...rest] = piecesOf(field.trim());
  return piece?.kind === "reference" && rest.length === 0 ? piece.reference : null;
}

/** Title and claim are shorter than other parts. @returns message keys by field */
export function tooLong(part: Part, texts: SectionForm["texts"]): Record<string, string> {
  const long = LOCALES.filter((locale) => (texts[locale]?.length ?? 0) > limitOf(part));
  return Object.fromEntries(long.map((locale) => [locale, "briefings.text.too-long"]));
}

/** What the form writes: title and claim are of one line, whatever was pasted into them. */
export function sentTexts(part: Part, texts: SectionForm["texts"]): SentText[] {
  return LOCALES.flatMap((locale) => {
    const text = texts[locale];
    return text === undefined ? [] : { locale, part, text: isOneLine(part) ? text.replaceAll(/\s*\n\s*/g, " ") : text };
  });
}

/** The texts with a reference at the end of those that are meant. @returns null where none was chosen */
export function inserted({ texts, insertion }: SectionForm): SectionForm["texts"] | null {
  if (!insertion?.reference) return null;
  const { into, withUnit } = insertion;
  const written = referenceText({ ...insertion.reference, withUnit });
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const text = texts[locale];
      if (text === undefined) return [];
      const isMeant = into === EVERY_LANGUAGE || into === locale;
      return [[locale, isMeant ? [text, written].filter(Boolean).join(" ") : text]];
    }),
  );
}
