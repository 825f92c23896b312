import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { HandOverPageData } from "#app/features/tasks/hand-over-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Who leaves, and who takes over: tasks alone, or the cases too. */
export function HandOverPage({ data: { from, to } }: { readonly data: HandOverPageData }) {
  const t = useText();
  const form = usePageForm();
  return (
    <Page back={{ href: paths.work(), label: t("tasks.work.heading") }}>
      <Heading>{t("tasks.hand-over.heading")}</Heading>
      <Lead>{t("tasks.hand-over.lead")}</Lead>
      {from.length === 0 ? (
        <EmptyState title={t("tasks.hand-over.none")} />
      ) : (
        <Form {...form}>
          <Select
            name="from"
            label={t("tasks.hand-over.from.label")}
            hint={t("tasks.hand-over.from.hint")}
            options={from.map(({ id, handle, isLocked, tasks, cases }) => ({
              value: id,
              label: t(isLocked ? "tasks.hand-over.from.locked" : "tasks.hand-over.from.person", {
                handle,
                tasks,
                cases,
              }),
            }))}
          />
          <Select
            name="to"
            label={t("tasks.hand-over.to.label")}
            hint={t("tasks.hand-over.to.hint")}
            options={to.map(({ id, handle, isLead }) => ({
              value: id,
              label: isLead ? t("tasks.hand-over.to.lead", { handle }) : handle,
            }))}
          />
          <ButtonRow>
            <Button name="what" value="tasks" look="secondary">
              {t("tasks.hand-over.tasks")}
            </Button>
            <Button name="what" value="all">
              {t("tasks.hand-over.all")}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}
