import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { findView } from "#app/access/views.server.ts";
import { isFiltered, privateViewIn, queueHref, queueViewIn } from "#app/features/cases/casework/queue-view.ts";
import { saveFilter } from "#app/features/cases/desk/desk-commands.server.ts";
import { saveFilterForm } from "#app/features/cases/desk/desk-forms.ts";
import { readDesk } from "#app/features/cases/desk/desk-rows.server.ts";
import { SavedFiltersPage } from "#app/features/cases/desk/ui/saved-filters-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "casework.queue.title", leave: false });

export const loader = guardedLoader({ may: "queue.read" }, async ({ actor, session, url, request }) => {
  const view = queueViewIn(url.searchParams);
  const { filters } = await readDesk(actor, localeOf(request));
  return {
    view,
    isFiltered: isFiltered(view, privateViewIn(findView(session, view.view))) || view.sort !== "due",
    filters: filters.map(({ id, name }) => ({ id, name })),
  };
});

export const action = guardedAction(
  { may: "queue.read", form: saveFilterForm },
  async ({ actor, session, form, values }) => {
    const view = queueViewIn(new URLSearchParams(values as Record<string, string>));
    const hidden = privateViewIn(findView(session, view.view));
    const saved = await saveFilter(actor, { name: form.name, view, hidden });
    return saved.ok ? redirect(queueHref(view)) : refused(saved.refusal);
  },
);

export default function QueueFilters() {
  return <SavedFiltersPage {...useLoaderData<typeof loader>()} />;
}
