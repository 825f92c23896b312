import type { ReactNode } from "react";
import { directionOf, type Locale } from "#app/i18n/locales.ts";
import { useLocale } from "#app/i18n/text-context.tsx";

interface SaidProps {
  readonly language: Locale;
  readonly children: string;
}

/** Words of an instrument; where they are not in the reader's language, they say in which one they are. */
export function Said({ language, children }: SaidProps): ReactNode {
  if (language === useLocale()) return children;
  return (
    <span lang={language} dir={directionOf(language)}>
      {children}
    </span>
  );
}

/** A longer text with its paragraphs. */
export function SaidParagraphs({ language, children }: SaidProps): ReactNode {
  return children.split(/\n+/).map((paragraph, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never change order
    <p key={at}>
      <Said language={language}>{paragraph}</Said>
    </p>
  ));
}
