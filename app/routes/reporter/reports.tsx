import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readReportList } from "#app/features/cases/report-list.server.ts";
import { ReportListPage } from "#app/features/cases/ui/report-list.tsx";
import { page } from "#app/page-handle.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "reports.title" });

export const loader = guardedLoader({ may: "report.read" }, async ({ actor }) => ({
  list: await readReportList(actor),
  now: now().toISOString(),
}));

export default function Reports() {
  const { list, now } = useLoaderData<typeof loader>();
  return <ReportListPage list={list} now={now} />;
}
