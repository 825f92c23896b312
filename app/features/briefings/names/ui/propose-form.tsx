import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { EVIDENCE_GRADES } from "#app/features/briefings/names/evidence-grade.ts";
import type { NameOption } from "#app/features/briefings/names/naming-pages.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** Whom, and on what evidence. Those that cannot be proposed yet stand below with the reason. */
export function ProposeForm({ options }: { readonly options: readonly NameOption[] }) {
  const t = useText();
  const form = usePageForm();
  const [ready, waiting] = [options.filter(({ gap }) => !gap), options.filter(({ gap }) => gap)];
  return (
    <>
      {ready.length === 0 ? (
        <EmptyState title={t("names.propose.none")}>
          <p>{t("names.propose.none-why")}</p>
        </EmptyState>
      ) : (
        <Form {...form}>
          <Select
            name="institution"
            label={t("names.propose.institution")}
            hint={t("names.propose.hint")}
            options={ready.map(({ value, label }) => ({ value, label }))}
          />
          <RadioCards
            name="grade"
            label={t("names.grade.label")}
            hint={t("names.grade.hint")}
            options={EVIDENCE_GRADES.map((grade) => ({
              value: grade,
              label: t(`names.grade.${grade}`),
              hint: t(`names.grade.${grade}-hint`),
            }))}
          />
          <ButtonRow>
            <Button>{t("names.propose.button")}</Button>
          </ButtonRow>
        </Form>
      )}
      {waiting.map(({ value, label, gap }) => (
        <p key={value} className="note">
          {gap && t("names.propose.waiting", { name: label, why: t(`names.gap.${gap}`) })}
        </p>
      ))}
    </>
  );
}
