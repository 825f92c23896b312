import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { readRemedy } from "#app/features/cases/remedies/case-remedies.server.ts";
import { changeRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { remedyForm } from "#app/features/cases/remedies/remedy-forms.ts";
import { remedyParams } from "#app/features/cases/remedies/remedy-params.ts";
import { RemedyForm } from "#app/features/cases/remedies/ui/remedy-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "remedies.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: remedyParams }, ({ actor, params, request }) =>
  readRemedy(actor, params.caseId, params.remedyId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.work", params: remedyParams, form: remedyForm },
  async ({ actor, params, form }) => {
    const changed = await changeRemedy(actor, params.caseId, params.remedyId, form);
    return changed.ok ? redirect(paths.caseRemedies(params.caseId)) : refused(changed.refusal);
  },
);

export default function CaseRemedy() {
  const t = useText();
  const { standing, labels, remedy } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("remedies.change.heading")}>
      <RemedyForm labels={labels} remedy={remedy} button={t("remedies.change.button")} />
    </CaseFormPage>
  );
}
