import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { noteOpening } from "#app/features/evidence/evidence-opening.server.ts";
import { originalAnswer } from "#app/features/evidence/file-answers.server.ts";
import { readFilePage } from "#app/features/evidence/file-page.server.ts";
import { fileParams } from "#app/features/evidence/file-params.ts";
import { OriginalPage } from "#app/features/evidence/ui/original-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "own-file.take", params: fileParams }, async ({ actor, params }) => {
  const read = await readFilePage(actor, params);
  if (!read.file.hasOriginal) throw notFound();
  return { read };
});

export const action = guardedAction(
  { may: "own-file.take", params: fileParams, form: emptyForm },
  async ({ actor, params, context }) => {
    const noted = await noteOpening(actor, params.caseId, params.fileId, "original");
    return noted.ok ? originalAnswer(actor, params, context) : refused(noted.refusal);
  },
);

export default function ReportFileOriginal() {
  return <OriginalPage data={useLoaderData<typeof loader>().read} side="reporter" />;
}
