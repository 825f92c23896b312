import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { limitOf, type Part } from "#app/features/briefings/briefing.ts";
import { directionOf, type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface SectionFieldsProps {
  readonly part: Part;
  readonly locales: readonly Locale[];
  /** as it is saved, by language */
  readonly saved: Readonly<Partial<Record<Locale, string>>>;
  /** what a colleague has saved meanwhile of what was changed here too; it stands below the field */
  readonly newest: Readonly<Partial<Record<string, string>>>;
}

const ROWS: Partial<Record<Part, number>> = { title: 2, claim: 5 };

/** One part in all its languages, beside each other where there is room. */
export function SectionFields({ part, locales, saved, newest }: SectionFieldsProps) {
  const t = useText();
  return (
    <div className="languages-beside">
      {locales.map((locale) => (
        <div key={locale}>
          <TextArea
            name={locale}
            language={locale}
            label={<span lang={locale}>{OWN_NAMES[locale]}</span>}
            hint={saved[locale] ? undefined : t("writing.section.missing")}
            rows={ROWS[part] ?? 14}
            maxLength={limitOf(part)}
          />
          {newest[locale] !== undefined && (
            <div className="text-pair__original">
              <p className="note">{t("drafting.text.newest")}</p>
              <div lang={locale} dir={directionOf(locale)}>
                {newest[locale] || t("common.list.not-given")}
              </div>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
