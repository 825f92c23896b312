import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { useComfortForm } from "#app/design-system/forms/use-comfort-form.ts";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { PlainMove } from "#app/features/cases/casework/triage-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface StatusFormProps {
  readonly version: number;
  /** the moves that are possible now, and to this person */
  readonly moves: readonly PlainMove[];
}

export function StatusForm({ version, moves }: StatusFormProps) {
  const t = useText();
  const comfort = useComfortForm(() =>
    import("#app/features/cases/casework/triage-forms.ts").then(({ moveForm }) => moveForm),
  );
  return (
    <Form {...usePageForm()} recordVersion={version} comfort={comfort}>
      <RadioCards
        name="event"
        label={t("casework.status.label")}
        options={moves.map((move) => ({
          value: move,
          label: t(`cases.action.${move}`),
          hint: t(`casework.status.hint.${move}`),
        }))}
      />
      <TextArea name="reason" label={t("casework.reason.label")} hint={t("casework.status.reason-hint")} rows={4} />
      <ButtonRow>
        <Button>{t("casework.status.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
