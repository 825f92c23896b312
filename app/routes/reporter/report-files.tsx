import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { readFilesPage } from "#app/features/evidence/file-page.server.ts";
import { answerToFiles } from "#app/features/evidence/outcome-answer.server.ts";
import { ReporterFilesPage } from "#app/features/evidence/ui/reporter-files-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";

/** Nothing is written here: the language can be changed without the form. */
export const handle = page({ title: "report.page.title", upload: true, form: false });

export const loader = guardedLoader({ may: "report.read", params: caseParams }, async ({ actor, params }) => ({
  files: await readFilesPage(actor, params.caseId),
}));

export const action = guardedAction(
  { may: "own-file.add", params: caseParams, form: emptyForm },
  ({ actor, params, files }) => answerToFiles(actor, params.caseId, files),
);

export default function ReportFiles() {
  const { files } = useLoaderData<typeof loader>();
  return <ReporterFilesPage data={files} />;
}
