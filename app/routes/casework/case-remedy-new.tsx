import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { readNewRemedy } from "#app/features/cases/remedies/case-remedies.server.ts";
import { addRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { newRemedyForm } from "#app/features/cases/remedies/remedy-forms.ts";
import { RemedyForm } from "#app/features/cases/remedies/ui/remedy-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "remedies.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: caseParams }, ({ actor, params, request }) =>
  readNewRemedy(actor, params.caseId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.work", params: caseParams, form: newRemedyForm },
  async ({ actor, params, form }) => {
    const added = await addRemedy(actor, params.caseId, form);
    return added.ok ? redirect(paths.caseRemedies(params.caseId)) : refused(added.refusal);
  },
);

export default function CaseRemedyNew() {
  const t = useText();
  const { standing, labels } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("remedies.new.heading")}>
      <RemedyForm labels={labels} button={t("remedies.new.button")} />
    </CaseFormPage>
  );
}
