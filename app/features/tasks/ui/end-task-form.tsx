import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { type KeptTask, TASK_ENDS } from "#app/features/tasks/task.ts";
import { useText } from "#app/i18n/text-context.tsx";

export function EndTaskForm({ task: { text, version } }: { readonly task: KeptTask }) {
  const t = useText();
  return (
    <>
      <p dir="auto">{text}</p>
      <Form {...usePageForm()} recordVersion={version}>
        <RadioCards
          name="end"
          label={t("tasks.end.label")}
          options={TASK_ENDS.map((end) => ({
            value: end,
            label: t(`tasks.end.${end}`),
            hint: t(`tasks.end.hint.${end}`),
          }))}
        />
        <TextArea name="remark" label={t("tasks.end.remark")} hint={t("tasks.end.remark-hint")} rows={3} optional />
        <ButtonRow>
          <Button>{t("tasks.end.button")}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
