import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { renameFilter } from "#app/features/cases/desk/desk-commands.server.ts";
import { renameFilterForm } from "#app/features/cases/desk/desk-forms.ts";
import { filterParams } from "#app/features/cases/desk/filter-params.ts";
import { readFilter } from "#app/features/cases/desk/saved-filter-page.server.ts";
import { NameField } from "#app/features/cases/desk/ui/saved-filters-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.queue.title", leave: false });

export const loader = guardedLoader({ may: "queue.read", params: filterParams }, async ({ actor, params, request }) => {
  const { name } = await readFilter(actor, params.filterId, localeOf(request));
  return { name };
});

export const action = guardedAction(
  { may: "queue.read", params: filterParams, form: renameFilterForm },
  async ({ actor, params, form }) => {
    const renamed = await renameFilter(actor, params.filterId, form.name);
    return renamed.ok ? redirect(paths.queueFilters()) : refused(renamed.refusal);
  },
);

export default function QueueFilter() {
  const t = useText();
  const { name } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.queueFilters()}>
      <Heading>{t("desk.rename.heading")}</Heading>
      <Form {...usePageForm()} defaults={{ name }}>
        <NameField />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
