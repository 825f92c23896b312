import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { EndedTask } from "#app/features/tasks/case-tasks.ts";
import { useText } from "#app/i18n/text-context.tsx";

export function ReopenTaskForm({ task: { text, version } }: { readonly task: EndedTask }) {
  const t = useText();
  return (
    <>
      <p dir="auto">{text}</p>
      <p>{t("tasks.reopen.body")}</p>
      <Form {...usePageForm()} recordVersion={version}>
        <ButtonRow>
          <Button>{t("tasks.reopen.button")}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
