import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { promiseOf } from "#app/features/cases/case-promise.ts";
import { findOwnCaseWithReaders } from "#app/features/cases/reporting/report-queries.server.ts";
import { SentPage } from "#app/features/cases/reporting/ui/sent-page.tsx";
import { page } from "#app/page-handle.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.read", params: caseParams }, async ({ actor, params }) => {
  const read = await findOwnCaseWithReaders(actor, params.caseId);
  if (!read) throw notFound();
  const { id, reference, copy } = read.own;
  return { id, reference, promise: promiseOf(copy), team: read.readers.team, now: now().toISOString() };
});

export default function ReportSent() {
  return <SentPage {...useLoaderData<typeof loader>()} />;
}
