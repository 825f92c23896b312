import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { ErasePage } from "#app/features/cases/reporting/ui/erase-page.tsx";
import { erasureDates } from "#app/features/cases/retention.ts";
import { eraseCaseWithFiles } from "#app/features/evidence/evidence-erasure.server.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { leave } from "#app/leave.server.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.write", params: caseParams }, async ({ actor, params }) => {
  const own = await findOwnCase(actor, params.caseId);
  if (!own) throw notFound();
  const isWithdrawn = own.status === "withdrawn_by_reporter";
  return { caseId: params.caseId, isWithdrawn, dates: erasureDates(now()) };
});

export const action = guardedAction(
  { may: "report.write", params: caseParams, form: emptyForm },
  async ({ actor, session, params }) => {
    const erased = await eraseCaseWithFiles(actor, params.caseId);
    if (!erased.ok) return refused(erased.refusal);
    // Nothing is left that a receipt could open: its session ends with it.
    return actor.role === "receipt" ? leave(session, paths.reportErased()) : redirect(paths.reportErased());
  },
);

export default function EraseReport() {
  return <ErasePage {...useLoaderData<typeof loader>()} />;
}
