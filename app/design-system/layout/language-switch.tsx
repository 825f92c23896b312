import { useFrame } from "#app/design-system/frame.tsx";
import { directionOf, LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** Each other language as a button, in its own name. A button and not a link, for it changes what is remembered. */
export function LanguageSwitch() {
  const t = useText();
  const { links, page } = useFrame();
  return (
    <form className="language-switch" method="post" action={links.language} aria-label={t("common.language.label")}>
      <input type="hidden" name="page" value={page.id} />
      {Object.entries(page.params).map(([name, value]) => (
        <input key={name} type="hidden" name={`param.${name}`} value={value ?? ""} />
      ))}
      {LOCALES.filter((locale) => locale !== t.locale).map((locale) => (
        <button type="submit" key={locale} name="locale" value={locale} lang={locale} dir={directionOf(locale)}>
          {OWN_NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
