import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { InstitutionChoices } from "#app/features/registers/institutions/institution-pages.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface InstitutionFormProps {
  readonly choices: InstitutionChoices;
  readonly kept: Readonly<Record<string, string>>;
  /** of an entry that is changed, or of the case that a new one is added from */
  readonly version?: number;
  readonly button: string;
}

export function InstitutionForm({ choices, kept, version, button }: InstitutionFormProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} {...(version !== undefined && { recordVersion: version })} defaults={kept}>
      <TextInput name="name" label={t("institutions.name.label")} hint={t("institutions.name.hint")} maxLength={200} />
      <TextArea
        name="spellings"
        label={t("institutions.spellings.label")}
        hint={t("institutions.spellings.hint")}
        rows={3}
        optional
      />
      <Select
        name="type"
        label={t("institutions.type.label")}
        options={choices.types}
        empty={t("institutions.unknown")}
        optional
      />
      <Select
        name="country"
        label={t("institutions.country.label")}
        options={choices.countries}
        size="medium"
        empty={t("institutions.unknown")}
        optional
      />
      <TextInput
        name="bic"
        label={t("institutions.bic.label")}
        hint={t("institutions.bic.hint")}
        size="short"
        latin
        optional
      />
      <TextInput
        name="lei"
        label={t("institutions.lei.label")}
        hint={t("institutions.lei.hint")}
        size="medium"
        latin
        optional
      />
      <Select
        name="parent"
        label={t("institutions.group.label")}
        hint={t("institutions.group.hint")}
        options={choices.groups}
        empty={t("institutions.group.alone")}
        optional
      />
      <ButtonRow>
        <Button>{button}</Button>
      </ButtonRow>
    </Form>
  );
}
