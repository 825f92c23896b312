import { type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useFormats } from "#app/i18n/use-formats.ts";

/** The languages of a questionnaire, each by its own name. */
export function LanguageNames({ languages }: { readonly languages: readonly Locale[] }) {
  const { list } = useFormats();
  return <>{list(languages.map((locale) => OWN_NAMES[locale]))}</>;
}
