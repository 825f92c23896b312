import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { additionForm } from "#app/features/cases/reporting/own-case-forms.ts";
import { changeableCase } from "#app/features/cases/reporting/own-case-page.server.ts";
import { addToCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { AddPage } from "#app/features/cases/reporting/ui/add-page.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.write", params: caseParams }, async ({ actor, params }) =>
  changeableCase(actor, params.caseId),
);

export const action = guardedAction(
  { may: "report.write", params: caseParams, form: additionForm },
  async ({ actor, params, form }) => {
    const added = await addToCase(actor, params.caseId, form);
    return added.ok ? redirect(paths.report(params.caseId)) : refused(added.refusal);
  },
);

export default function AddToReport() {
  return <AddPage {...useLoaderData<typeof loader>()} />;
}
