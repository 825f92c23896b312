import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { readFilesPage } from "#app/features/evidence/file-page.server.ts";
import { TeamFiles } from "#app/features/evidence/ui/team-files.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.read", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  return {
    standing: caseStanding(actor, work, localeOf(request)),
    files: await readFilesPage(actor, params.caseId),
  };
});

export default function CaseFiles() {
  const t = useText();
  const { standing, files } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("evidence.heading")}>
      <TeamFiles data={files} />
    </CaseFormPage>
  );
}
