import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedLoader } from "#app/access/guard.server.ts";
import { draftPage } from "#app/features/cases/reporting/draft-page.server.ts";
import { draftParams } from "#app/features/cases/reporting/report-params.ts";
import { findDraftWithReaders } from "#app/features/cases/reporting/report-queries.server.ts";
import { DraftPage } from "#app/features/cases/reporting/ui/draft-page.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.write", params: draftParams }, async ({ actor, params }) => {
  const read = await findDraftWithReaders(actor, params.draftId);
  if (!read) throw notFound();
  return { page: draftPage(read) };
});

export default function Draft() {
  return <DraftPage {...useLoaderData<typeof loader>().page} />;
}
