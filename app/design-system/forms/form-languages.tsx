import { usePossibleFrame } from "#app/design-system/frame.tsx";
import { directionOf, LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
import { LANGUAGE_PARAMETER } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { IN_LANGUAGE } from "#app/kernel/form-fields.ts";

interface FormLanguagesProps {
  /** where the form goes; left out, the page's own address */
  readonly action?: string | undefined;
}

/**
 * The other languages, as buttons of the form itself: it is sent with all that was typed, changes nothing, and comes
 * back in that language. Behind the form's own buttons, for Enter presses the first one.
 */
export function FormLanguages({ action = "" }: FormLanguagesProps) {
  const t = useText();
  if (!usePossibleFrame()?.hasForm) return null;
  return (
    <p className="form-languages">
      <span>{t("common.language.keeping")}</span>
      {LOCALES.filter((locale) => locale !== t.locale).map((locale) => (
        <button
          key={locale}
          type="submit"
          formNoValidate
          // Without files that were chosen: nobody waits for an upload to read a page in another language.
          formEncType="application/x-www-form-urlencoded"
          formAction={`${action}?${LANGUAGE_PARAMETER}=${locale}`}
          name={IN_LANGUAGE}
          value={locale}
          lang={locale}
          dir={directionOf(locale)}
        >
          {OWN_NAMES[locale]}
        </button>
      ))}
    </p>
  );
}
