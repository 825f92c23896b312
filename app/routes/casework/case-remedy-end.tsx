import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { readRemedy } from "#app/features/cases/remedies/case-remedies.server.ts";
import { endRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { endRemedyForm } from "#app/features/cases/remedies/remedy-forms.ts";
import { remedyParams } from "#app/features/cases/remedies/remedy-params.ts";
import { EndRemedyForm } from "#app/features/cases/remedies/ui/remedy-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "remedies.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: remedyParams }, ({ actor, params, request }) =>
  readRemedy(actor, params.caseId, params.remedyId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.work", params: remedyParams, form: endRemedyForm },
  async ({ actor, params, form }) => {
    const ended = await endRemedy(actor, params.caseId, params.remedyId, form);
    return ended.ok ? redirect(paths.caseRemedies(params.caseId)) : refused(ended.refusal);
  },
);

export default function CaseRemedyEnd() {
  const t = useText();
  const { standing, labels, remedy } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("remedies.end.heading", { remedy: labels[remedy.remedy] ?? "" })}>
      <EndRemedyForm remedy={remedy} />
    </CaseFormPage>
  );
}
