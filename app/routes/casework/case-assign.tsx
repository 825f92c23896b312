import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { caseParams } from "#app/features/cases/case-params.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { assignForm } from "#app/features/cases/casework/triage-forms.ts";
import { AssignForm } from "#app/features/cases/casework/ui/assign-form.tsx";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.assign", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  return {
    standing: caseStanding(actor, work, localeOf(request)),
    assigned: work.assessment.assignedUserId,
    leads: work.leads,
  };
});

export const action = guardedAction(
  { may: "case.assign", params: caseParams, form: assignForm },
  async ({ actor, params, form }) => {
    const assigned = await assignCase(actor, params.caseId, form);
    return assigned.ok ? redirect(paths.case(params.caseId)) : refused(assigned.refusal);
  },
);

export default function CaseAssign() {
  const t = useText();
  const { standing, assigned, leads } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("casework.assign.link")}>
      {leads.length === 0 && assigned === null ? (
        <EmptyState title={t("casework.assign.none.title")}>
          <p>{t("casework.assign.none.body")}</p>
        </EmptyState>
      ) : (
        <AssignForm version={standing.version} assigned={assigned} holder={standing.row.lead} leads={leads} />
      )}
    </CaseFormPage>
  );
}
