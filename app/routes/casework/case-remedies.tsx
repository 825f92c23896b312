import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { readCaseRemedies } from "#app/features/cases/remedies/case-remedies.server.ts";
import { RemediesList } from "#app/features/cases/remedies/ui/case-remedies.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "remedies.title", leave: false });

export const loader = guardedLoader({ may: "case.read", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  const locale = localeOf(request);
  return { standing: caseStanding(actor, work, locale), remedies: await readCaseRemedies(actor, work, locale) };
});

export default function CaseRemedies() {
  const t = useText();
  const { standing, remedies } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("remedies.heading")} width="page">
      <RemediesList remedies={remedies} />
    </CaseFormPage>
  );
}
