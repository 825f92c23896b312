import { AlignmentType, type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from "docx";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** How Word knows our languages. */
const LANGUAGES: Record<Locale, string> = { en: "en-GB", fr: "fr-FR", es: "es-ES", ar: "ar-SA" };

/** Paragraphs and runs in the direction and language of one text: each is marked, for Word asks each of them. */
export interface Voice {
  readonly isRightToLeft: boolean;
  readonly language: string;
  run(words: string, options?: Omit<IRunOptions, "text">): TextRun;
  /** letters and marks that keep their order in any text, such as codes and figures */
  plainRun(words: string, options?: Omit<IRunOptions, "text">): TextRun;
  paragraph(words: string | readonly TextRun[], options?: Omit<IParagraphOptions, "children" | "text">): Paragraph;
}

/**
 * Office programs order letters without the isolates of Unicode 6.3, and some swallow the space beside one. In a run that
 * is marked as going from the right their own rules come to the same order for figures, codes and names.
 */
const withoutIsolates = (words: string): string => words.replaceAll(/[\u2066-\u2069]/g, "");

export function voiceOf({ locale, direction }: Pick<PublishedText, "locale" | "direction">): Voice {
  const isRightToLeft = direction === "rtl";
  const language = LANGUAGES[locale];
  const lang = isRightToLeft ? { bidirectional: language } : { value: language };
  const run: Voice["run"] = (words, options = {}) =>
    new TextRun({
      ...options,
      text: withoutIsolates(words),
      language: lang,
      ...(isRightToLeft && { rightToLeft: true }),
    });
  return {
    isRightToLeft,
    language,
    run,
    plainRun: (words, options = {}) => new TextRun({ ...options, text: words }),
    paragraph: (words, options = {}) =>
      new Paragraph({
        ...options,
        children: typeof words === "string" ? [run(words)] : [...words],
        ...(isRightToLeft && { bidirectional: true, alignment: options.alignment ?? AlignmentType.START }),
      }),
  };
}
