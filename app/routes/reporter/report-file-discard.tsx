import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { erasureDates } from "#app/features/cases/retention.ts";
import { discardOriginal } from "#app/features/evidence/evidence-commands.server.ts";
import { readFilePage } from "#app/features/evidence/file-page.server.ts";
import { fileParams } from "#app/features/evidence/file-params.ts";
import { DiscardPage } from "#app/features/evidence/ui/discard-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "own-file.discard", params: fileParams }, async ({ actor, params }) => {
  const read = await readFilePage(actor, params);
  if (!read.file.hasOriginal) throw notFound();
  return { read, goneFrom: erasureDates(now()).goneFrom };
});

export const action = guardedAction(
  { may: "own-file.discard", params: fileParams, form: emptyForm },
  async ({ actor, params: { caseId, fileId } }) => {
    const discarded = await discardOriginal(actor, caseId, fileId);
    return discarded.ok ? redirect(paths.reportFile(caseId, fileId)) : refused(discarded.refusal);
  },
);

export default function DiscardReportFile() {
  const { read, goneFrom } = useLoaderData<typeof loader>();
  return <DiscardPage data={read} goneFrom={goneFrom} />;
}
