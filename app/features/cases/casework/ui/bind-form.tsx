import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface Option {
  readonly value: string;
  readonly label: string;
}

interface BindFormProps {
  readonly caseId: string;
  readonly version: number;
  readonly organisations: readonly Option[];
  readonly countries: readonly Option[];
}

/** Who stands behind a report by receipt, and how that was confirmed. */
export function BindForm({ caseId, version, organisations, countries }: BindFormProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={version}>
      <p>{t("receipt.bind.lead")}</p>
      <p>{t("receipt.bind.readers")}</p>
      <Select
        name="organisation"
        label={t("receipt.bind.organisation")}
        options={organisations}
        empty={t("receipt.bind.choose")}
        optional
      />
      <TextInput
        name="name"
        label={t("receipt.bind.name")}
        hint={t("receipt.bind.name-hint")}
        maxLength={200}
        optional
      />
      <Select
        name="country"
        label={t("receipt.bind.country")}
        options={countries}
        size="medium"
        empty={t("receipt.bind.country-unknown")}
        optional
      />
      <TextArea name="reason" label={t("receipt.bind.reason")} hint={t("receipt.bind.reason-hint")} rows={4} />
      <ButtonRow>
        <Button>{t("receipt.bind.button")}</Button>
        <ButtonLink href={paths.case(caseId)} look="secondary">
          {t("common.action.keep")}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
