import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { ownReportPath } from "#app/features/cases/reporting/own-report-path.server.ts";
import { readReportList } from "#app/features/cases/reporting/report-list.server.ts";
import { ReportListPage } from "#app/features/cases/reporting/ui/report-list.tsx";
import { unreadAmong } from "#app/features/messages/message-queries.server.ts";
import { askedAmong } from "#app/features/referrals/referral-queries.server.ts";
import { storiesAskedAmong } from "#app/features/stories/story-queries.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "reports.title" });

export const loader = guardedLoader({ may: "report.read" }, async ({ actor, request }) => {
  // A receipt has one report and no list of them.
  if (actor.role === "receipt") throw redirect(await ownReportPath(actor));
  const list = await readReportList(actor, localeOf(request));
  const ids = list.cases.map(({ id }) => id);
  return {
    list,
    unread: await unreadAmong(actor, ids),
    asked: await askedAmong(actor, ids),
    stories: await storiesAskedAmong(actor, ids),
    now: now().toISOString(),
  };
});

export default function Reports() {
  const { list, unread, asked, stories, now } = useLoaderData<typeof loader>();
  return <ReportListPage list={list} unread={unread} asked={asked} stories={stories} now={now} />;
}
