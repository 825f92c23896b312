import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { readCaseStories } from "#app/features/stories/story-queries.server.ts";
import { CaseStories as Listed } from "#app/features/stories/ui/case-stories.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "story.read", params: caseParams }, ({ actor, params, request }) =>
  readCaseStories(actor, params.caseId, localeOf(request)),
);

export default function CaseStories() {
  const t = useText();
  const { standing, ...listed } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("stories.heading")} width="page">
      <Listed caseId={standing.row.caseId} {...listed} />
    </CaseFormPage>
  );
}
