import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readReportList } from "#app/features/cases/reporting/report-list.server.ts";
import { ReportListPage } from "#app/features/cases/reporting/ui/report-list.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "reports.title" });

export const loader = guardedLoader({ may: "report.read" }, async ({ actor, request }) => ({
  list: await readReportList(actor, localeOf(request)),
  now: now().toISOString(),
}));

export default function Reports() {
  const { list, now } = useLoaderData<typeof loader>();
  return <ReportListPage list={list} now={now} />;
}
