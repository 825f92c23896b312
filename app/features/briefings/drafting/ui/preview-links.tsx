import { type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface PreviewLinksProps {
  readonly briefingId: string;
  readonly locales: readonly Locale[];
}

/** The whole briefing in each language, text and tables as they will stand. */
export function PreviewLinks({ briefingId, locales }: PreviewLinksProps) {
  const t = useText();
  return (
    <ul>
      {locales.map((locale) => (
        <li key={locale}>
          <a href={paths.briefingPreview(briefingId, locale)}>
            {t("drafting.review.whole", { language: OWN_NAMES[locale] })}
          </a>
        </li>
      ))}
      <li>
        <a href={paths.briefingTables(briefingId)}>{t("drafting.review.tables-alone")}</a>
      </li>
    </ul>
  );
}
