import { Heading } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import type { ReferenceTable } from "#app/features/briefings/drafting/reference-option.ts";
import { EVERY_LANGUAGE } from "#app/features/briefings/drafting/section-form.ts";
import { type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface InsertReferenceProps {
  readonly tables: readonly ReferenceTable[];
  readonly locales: readonly Locale[];
}

/** Puts a figure at the end of a text, without a script and without saving anything. */
export function InsertReference({ tables, locales }: InsertReferenceProps) {
  const t = useText();
  if (tables.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{t("writing.reference.insert-heading")}</Heading>
      <Select
        name="reference"
        label={t("writing.reference.which")}
        options={tables.flatMap(({ title, cells }) =>
          cells.map(({ reference, label, printed }) => ({
            value: reference,
            label: t("briefings.chart.bar", { label, value: printed }),
            ...(title && { group: title }),
          })),
        )}
      />
      <Select
        name="into"
        label={t("writing.reference.into")}
        options={[
          { value: EVERY_LANGUAGE, label: t("writing.reference.every") },
          ...locales.map((locale) => ({ value: locale, label: OWN_NAMES[locale] })),
        ]}
        empty={false}
        size="medium"
      />
      <Checkbox name="unit" label={t("writing.reference.unit")} hint={t("writing.reference.unit-hint")} />
      <ButtonRow>
        <Button look="secondary" name="insert" value="yes">
          {t("writing.reference.insert")}
        </Button>
      </ButtonRow>
    </section>
  );
}
