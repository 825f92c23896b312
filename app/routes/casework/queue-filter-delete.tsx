import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { deleteFilter } from "#app/features/cases/desk/desk-commands.server.ts";
import { filterParams } from "#app/features/cases/desk/filter-params.ts";
import { readFilter } from "#app/features/cases/desk/saved-filter-page.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.queue.title", leave: false });

export const loader = guardedLoader({ may: "queue.read", params: filterParams }, async ({ actor, params, request }) => {
  const { name } = await readFilter(actor, params.filterId, localeOf(request));
  return { name };
});

export const action = guardedAction(
  { may: "queue.read", params: filterParams, form: emptyForm },
  async ({ actor, params }) => {
    const deleted = await deleteFilter(actor, params.filterId);
    return deleted.ok ? redirect(paths.queueFilters()) : refused(deleted.refusal);
  },
);

export default function QueueFilterDelete() {
  const t = useText();
  const { name } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.queueFilters()}
      title={t("desk.delete.heading", { name })}
      lead={t("desk.delete.lead")}
      button={t("desk.delete.link")}
      look="danger"
    />
  );
}
