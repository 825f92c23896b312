import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { REQUIRED_LOCALES } from "#app/features/briefings/briefing.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** Session and languages: what is decided before anything is written. */
export function SpecificationFields({ sessions }: { readonly sessions: readonly string[] }) {
  const t = useText();
  return (
    <>
      <Select
        name="session"
        label={t("drafting.specification.session")}
        options={sessions.map((code) => ({ value: code, label: sessionName(code, t) }))}
      />
      <CheckboxCards
        name="locales"
        label={t("drafting.specification.languages")}
        hint={t("drafting.specification.languages-hint")}
        options={LOCALES.map((locale) => ({
          value: locale,
          label: <span lang={locale}>{OWN_NAMES[locale]}</span>,
          ...(REQUIRED_LOCALES.includes(locale) && { hint: t("drafting.specification.required") }),
        }))}
      />
    </>
  );
}
