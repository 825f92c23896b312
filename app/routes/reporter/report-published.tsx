import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedLoader } from "#app/access/guard.server.ts";
import { ownCoordinates } from "#app/features/briefings/published/own-coordinates.server.ts";
import { ownStories } from "#app/features/briefings/published/own-stories.server.ts";
import { OwnCoordinatesPage } from "#app/features/briefings/published/ui/own-coordinates-page.tsx";
import { OwnStories } from "#app/features/briefings/published/ui/own-stories.tsx";
import { caseParams } from "#app/features/cases/case-params.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.read", params: caseParams }, async ({ actor, params, request }) => {
  const own = await findOwnCase(actor, params.caseId);
  if (!own) throw notFound();
  const locale = localeOf(request);
  return { published: await ownCoordinates(own, locale), stories: await ownStories(actor, params.caseId, locale) };
});

export default function ReportPublished() {
  const { published, stories } = useLoaderData<typeof loader>();
  return <OwnCoordinatesPage data={published} stories={<OwnStories caseId={published.caseId} stories={stories} />} />;
}
