import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { useComfortForm } from "#app/design-system/forms/use-comfort-form.ts";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { Labelled } from "#app/features/cases/casework/case-row.ts";
import type { UrgencySuggestion } from "#app/features/cases/casework/work-case-page.ts";
import type { Urgency } from "#app/features/taxonomy/codes.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface UrgencyFormProps {
  readonly version: number;
  readonly chosen: Urgency | null;
  readonly options: readonly Labelled<Urgency>[];
  readonly suggestion: UrgencySuggestion;
}

/** The rule's name stands beside its proposal: a coordinator sees why, and may know better. */
export function UrgencyForm({ version, chosen, options, suggestion }: UrgencyFormProps) {
  const t = useText();
  const comfort = useComfortForm(() =>
    import("#app/features/cases/casework/triage-forms.ts").then(({ urgencyForm }) => urgencyForm),
  );
  return (
    <>
      <Notice title={t("casework.urgency.rule-says", { urgency: suggestion.urgency.label })}>
        <p>{t(`cases.urgencyRule.${suggestion.rule}`)}</p>
      </Notice>
      <Form {...usePageForm()} recordVersion={version} comfort={comfort}>
        <RadioCards
          name="urgency"
          label={t("casework.urgency.label")}
          {...(chosen && { defaultValue: chosen })}
          options={options.map(({ code, label }) => ({
            value: code,
            label,
            hint: t(`cases.urgency.${code}.meaning`),
          }))}
        />
        <TextArea name="reason" label={t("casework.reason.label")} hint={t("casework.urgency.reason-hint")} rows={3} />
        <ButtonRow>
          <Button>{t("casework.urgency.button")}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
