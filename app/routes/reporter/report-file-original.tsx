import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { giveTicket } from "#app/access/taken.server.ts";
import { takeOriginal } from "#app/features/evidence/evidence-queries.server.ts";
import { readFilePage } from "#app/features/evidence/file-page.server.ts";
import { fileParams } from "#app/features/evidence/file-params.ts";
import { OriginalPage } from "#app/features/evidence/ui/original-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "own-file.take", params: fileParams }, async ({ actor, params }) => {
  const read = await readFilePage(actor, params);
  if (!read.file.hasOriginal) throw notFound();
  return { read };
});

export const action = guardedAction(
  { may: "own-file.take", params: fileParams, form: emptyForm },
  async ({ actor, params, session }) => {
    const { caseId, fileId } = params;
    const taken = await takeOriginal(actor, caseId, fileId);
    if (!taken.ok) return refused(taken.refusal);
    const ticket = await giveTicket(session, `original/${fileId}`);
    return redirect(paths.reportFileOriginalTaken(caseId, fileId, ticket));
  },
);

export default function ReportFileOriginal() {
  return <OriginalPage data={useLoaderData<typeof loader>().read} side="reporter" />;
}
