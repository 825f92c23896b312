import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select, type SelectOption } from "#app/design-system/forms/select.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { CASE_RELATIONS } from "#app/features/cases/relations/relation.ts";
import type { HintWords } from "#app/features/cases/relations/relations-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { OtherCaseFields } from "./other-case-fields.tsx";

export function RelateForm({ hints }: { readonly hints: readonly HintWords[] }) {
  const t = useText();
  return (
    <Form {...usePageForm()}>
      <RadioCards
        name="kind"
        label={t("relations.kind.label")}
        options={CASE_RELATIONS.map((kind) => ({
          value: kind,
          label: t(`relations.kind.${kind}`),
          hint: t(`relations.kind-hint.${kind}`),
        }))}
      />
      <OtherCaseFields hints={hints} label={t("relations.new.other")} />
      <ButtonRow>
        <Button>{t("relations.new.button")}</Button>
      </ButtonRow>
    </Form>
  );
}

export function MeasureForm({ choices }: { readonly choices: readonly SelectOption[] }) {
  const t = useText();
  return (
    <Form {...usePageForm()}>
      <Select
        name="measure"
        label={t("relations.measure.label")}
        hint={t("relations.measure.hint")}
        options={choices}
      />
      <ButtonRow>
        <Button>{t("relations.measure.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
