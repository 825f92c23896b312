import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { readFilesPage } from "#app/features/evidence/file-page.server.ts";
import { answerToFiles } from "#app/features/evidence/outcome-answer.server.ts";
import { CaseFiles } from "#app/features/evidence/ui/case-files.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "casework.case.title", leave: false, upload: true, form: false });

export const loader = guardedLoader({ may: "case.read", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  return {
    standing: caseStanding(actor, work, localeOf(request)),
    files: await readFilesPage(actor, params.caseId),
    // Behind a case from public sources is nobody who could read along.
    added: work.copy.facts.sourceKind === "import" ? ("public" as const) : ("team" as const),
  };
});

export const action = guardedAction(
  { may: "file.add", params: caseParams, form: emptyForm },
  ({ actor, params, files }) => answerToFiles(actor, params.caseId, files),
);

export default function FilesOfCase() {
  const t = useText();
  const { standing, files, added } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("evidence.heading")}>
      <CaseFiles
        data={files}
        side="team"
        readers={t(`evidence.add.readers-${added}`)}
        warning={t(`evidence.add.warning.${added}`)}
      />
    </CaseFormPage>
  );
}
