import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { DateWithPrecision } from "#app/design-system/forms/date-with-precision.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { OwnerChoice } from "#app/features/tasks/case-tasks.ts";
import { type KeptTask, TASK_KINDS, TASK_TEXT_MAX } from "#app/features/tasks/task.ts";
import { taskValues } from "#app/features/tasks/task-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface TaskFormProps {
  readonly owners: readonly OwnerChoice[];
  /** what is kept; a new task has none */
  readonly task?: KeptTask;
  readonly button: string;
}

export function TaskForm({ owners, task, button }: TaskFormProps) {
  const t = useText();
  const defaults = task ? taskValues(task) : { kind: "todo" };
  return (
    <Form {...usePageForm()} {...(task && { recordVersion: task.version })} defaults={defaults}>
      <TextArea
        name="text"
        label={t("tasks.text.label")}
        hint={t("tasks.text.hint")}
        rows={3}
        maxLength={TASK_TEXT_MAX}
      />
      <RadioCards
        name="kind"
        label={t("tasks.kind.label")}
        hint={t("tasks.kind.hint")}
        options={TASK_KINDS.map((kind) => ({ value: kind, label: t(`tasks.kind.${kind}`) }))}
      />
      <DateWithPrecision
        name="due"
        label={t("tasks.due.label")}
        hint={t("tasks.due.hint")}
        precisions={false}
        optional
      />
      <Select
        name="owner"
        label={t("tasks.owner.label")}
        hint={t("tasks.owner.hint")}
        empty={t("tasks.owner.none")}
        options={owners.map(({ id, handle, isMe }) => ({
          value: id,
          label: isMe ? t("tasks.owner.me") : (handle ?? t("tasks.owner.as-is")),
        }))}
      />
      <ButtonRow>
        <Button>{button}</Button>
      </ButtonRow>
    </Form>
  );
}
