import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { readFilesPage } from "#app/features/evidence/file-page.server.ts";
import { outcomeAnswer } from "#app/features/evidence/outcome-answer.server.ts";
import { takeFiles } from "#app/features/evidence/taken-files.server.ts";
import type { FileOutcome } from "#app/features/evidence/taken-files.ts";
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
  async ({ actor, params, files }) => {
    const outcomes = await takeFiles(actor, params.caseId, files);
    return outcomeAnswer(outcomes) ?? refused({ kind: "invalid", code: "file.none-sent" });
  },
);

export default function ReportFiles() {
  const { files } = useLoaderData<typeof loader>();
  const answer = useActionData() as { readonly outcomes?: readonly FileOutcome[] } | undefined;
  return <ReporterFilesPage data={files} outcomes={answer?.outcomes ?? null} />;
}
