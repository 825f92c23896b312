import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readAssignedPage } from "#app/features/cases/casework/assigned-page.server.ts";
import { AssignedPage } from "#app/features/cases/casework/ui/assigned-page.tsx";
import { readDesk } from "#app/features/cases/desk/desk-rows.server.ts";
import { listKeys, PageKeys } from "#app/features/cases/desk/ui/page-keys.tsx";
import { unreadAmong } from "#app/features/messages/message-queries.server.ts";
import { countOverdueTasks } from "#app/features/tasks/overdue-count.server.ts";
import { OverdueNotice } from "#app/features/tasks/ui/overdue-notice.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.assigned.title", leave: false, keys: true });

export const loader = guardedLoader({ may: "assigned.read" }, async ({ actor, request }) => {
  const assigned = await readAssignedPage(actor, localeOf(request));
  const ids = assigned.rows.map(({ caseId }) => caseId);
  return {
    assigned,
    unread: await unreadAmong(actor, ids),
    overdueTasks: await countOverdueTasks(actor),
    keysOn: (await readDesk(actor, localeOf(request))).keysOn,
  };
});

export default function Assigned() {
  const t = useText();
  const { assigned, unread, overdueTasks, keysOn } = useLoaderData<typeof loader>();
  return (
    <AssignedPage
      data={assigned}
      unread={unread}
      above={
        <>
          <OverdueNotice count={overdueTasks} />
          <p>
            <a href={paths.search()}>{t("search.heading")}</a>
          </p>
        </>
      }
      end={<PageKeys keys={listKeys(t)} on={keysOn} />}
    />
  );
}
