import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readAssignedPage } from "#app/features/cases/casework/assigned-page.server.ts";
import { AssignedPage } from "#app/features/cases/casework/ui/assigned-page.tsx";
import { unreadAmong } from "#app/features/messages/message-queries.server.ts";
import { countOverdueTasks } from "#app/features/tasks/overdue-count.server.ts";
import { OverdueNotice } from "#app/features/tasks/ui/overdue-notice.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "casework.assigned.title", leave: false });

export const loader = guardedLoader({ may: "assigned.read" }, async ({ actor, request }) => {
  const assigned = await readAssignedPage(actor, localeOf(request));
  const ids = assigned.rows.map(({ caseId }) => caseId);
  return {
    assigned,
    unread: await unreadAmong(actor, ids),
    overdueTasks: await countOverdueTasks(actor),
  };
});

export default function Assigned() {
  const { assigned, unread, overdueTasks } = useLoaderData<typeof loader>();
  return <AssignedPage data={assigned} unread={unread} above={<OverdueNotice count={overdueTasks} />} />;
}
