import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { findView, keepView } from "#app/access/views.server.ts";
import { readQueuePage } from "#app/features/cases/casework/queue-page.server.ts";
import {
  isHiding,
  privateViewIn,
  queueForm,
  queueHref,
  queueViewIn,
  withPrivate,
} from "#app/features/cases/casework/queue-view.ts";
import { QueuePage } from "#app/features/cases/casework/ui/queue-page.tsx";
import { ChosenButtons } from "#app/features/cases/chosen/ui/chosen-buttons.tsx";
import { readDesk } from "#app/features/cases/desk/desk-rows.server.ts";
import { readFilter } from "#app/features/cases/desk/saved-filter-page.server.ts";
import { listKeys, PageKeys } from "#app/features/cases/desk/ui/page-keys.tsx";
import { SavedFiltersMenu } from "#app/features/cases/desk/ui/saved-filters-menu.tsx";
import { unreadAmong } from "#app/features/messages/message-queries.server.ts";
import { countOverdueTasks } from "#app/features/tasks/overdue-count.server.ts";
import { OverdueNotice } from "#app/features/tasks/ui/overdue-notice.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ form: false, title: "casework.queue.title", leave: false, keys: true });

export const loader = guardedLoader({ may: "queue.read" }, async ({ actor, session, url, request, context }) => {
  const view = queueViewIn(url.searchParams);
  const hidden = privateViewIn(findView(session, view.view));
  const { afterResponse } = context;
  const locale = localeOf(request);
  const [queue, { filters, keysOn }, overdueTasks] = await Promise.all([
    readQueuePage(actor, { view, hidden, locale, afterResponse }),
    readDesk(actor, locale),
    countOverdueTasks(actor),
  ]);
  const ids = queue.rows.map(({ caseId }) => caseId);
  return {
    queue,
    unread: await unreadAmong(actor, ids),
    overdueTasks,
    filters: filters.map(({ id, name }) => ({ id, name })),
    keysOn,
  };
});

/** A filter that must not stand in an address, alone or in one of the reader's own: the session keeps it under a name. */
export const action = guardedAction(
  { may: "queue.read", form: queueForm },
  async ({ actor, session, form, values, request }) => {
    const { view, hidden } = await askedView();
    return redirect(queueHref(view, { view: isHiding(hidden) ? await keepView(session, { ...hidden }) : null }));

    async function askedView() {
      if (form.filter) return readFilter(actor, form.filter, localeOf(request));
      const view = queueViewIn(new URLSearchParams(values as Record<string, string>));
      return { view, hidden: withPrivate(privateViewIn(findView(session, view.view)), form) };
    }
  },
);

export default function Queue() {
  const t = useText();
  const { queue, unread, overdueTasks, filters, keysOn, formToken } = useLoaderData<typeof loader>();
  return (
    <QueuePage
      data={queue}
      unread={unread}
      formToken={formToken}
      above={
        <>
          <OverdueNotice count={overdueTasks} />
          <p>
            <a href={paths.search()}>{t("search.heading")}</a>
            {" · "}
            <a href={paths.queueLists()}>{t("lists.heading")}</a>
            {" · "}
            <a href={paths.stateNotes()}>{t("state-notes.heading")}</a>
          </p>
        </>
      }
      saved={<SavedFiltersMenu filters={filters} view={queue.view} formToken={formToken} />}
      below={<ChosenButtons view={queue.view} total={queue.total} />}
      end={<PageKeys keys={listKeys(t)} on={keysOn} />}
    />
  );
}
