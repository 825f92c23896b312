import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { findView, keepView } from "#app/access/views.server.ts";
import { readQueuePage } from "#app/features/cases/casework/queue-page.server.ts";
import {
  isHiding,
  NO_VIEW,
  type PrivateView,
  queueForm,
  queueHref,
  queueViewIn,
  withPrivate,
} from "#app/features/cases/casework/queue-view.ts";
import { QueuePage } from "#app/features/cases/casework/ui/queue-page.tsx";
import { unreadAmong } from "#app/features/messages/message-queries.server.ts";
import { countOverdueTasks } from "#app/features/tasks/overdue-count.server.ts";
import { OverdueNotice } from "#app/features/tasks/ui/overdue-notice.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ form: false, title: "casework.queue.title", leave: false });

export const loader = guardedLoader({ may: "queue.read" }, async ({ actor, session, url, request, context }) => {
  const view = queueViewIn(url.searchParams);
  const hidden = findView<PrivateView>(session, view.view) ?? NO_VIEW;
  const { afterResponse } = context;
  const queue = await readQueuePage(actor, { view, hidden, locale: localeOf(request), afterResponse });
  const ids = queue.rows.map(({ caseId }) => caseId);
  return { queue, unread: await unreadAmong(actor, ids), overdueTasks: await countOverdueTasks(actor) };
});

/** A filter that must not stand in an address: it goes into the session, and the address names it. */
export const action = guardedAction({ may: "queue.read", form: queueForm }, async ({ session, form, values }) => {
  const view = queueViewIn(new URLSearchParams(values as Record<string, string>));
  const hidden = withPrivate(findView<PrivateView>(session, view.view) ?? NO_VIEW, form);
  return redirect(queueHref(view, { view: isHiding(hidden) ? await keepView(session, { ...hidden }) : null }));
});

export default function Queue() {
  const { queue, unread, overdueTasks, formToken } = useLoaderData<typeof loader>();
  const above = <OverdueNotice count={overdueTasks} />;
  return <QueuePage data={queue} unread={unread} formToken={formToken} above={above} />;
}
