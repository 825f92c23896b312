import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { takeOriginal } from "#app/features/evidence/evidence-queries.server.ts";
import { originalAnswer } from "#app/features/evidence/file-answers.server.ts";
import { readFilePage } from "#app/features/evidence/file-page.server.ts";
import { fileParams } from "#app/features/evidence/file-params.ts";
import { OriginalPage } from "#app/features/evidence/ui/original-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "file.take", params: fileParams }, async ({ actor, params }) => {
  const read = await readFilePage(actor, params);
  if (!read.file.hasOriginal) throw notFound();
  return { read };
});

export const action = guardedAction(
  { may: "file.take", params: fileParams, form: emptyForm },
  async ({ actor, params, context }) => {
    const taken = await takeOriginal(actor, params.caseId, params.fileId);
    return taken.ok ? originalAnswer(actor, params, context) : refused(taken.refusal);
  },
);

export default function CaseFileOriginal() {
  return <OriginalPage data={useLoaderData<typeof loader>().read} side="team" />;
}
