import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { readOutcome } from "#app/features/cases/remedies/case-remedies.server.ts";
import { setOutcome } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { outcomeForm } from "#app/features/cases/remedies/remedy-forms.ts";
import { OutcomeForm } from "#app/features/cases/remedies/ui/remedy-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "remedies.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: caseParams }, ({ actor, params, request }) =>
  readOutcome(actor, params.caseId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.work", params: caseParams, form: outcomeForm },
  async ({ actor, params, form }) => {
    const set = await setOutcome(actor, params.caseId, form);
    return set.ok ? redirect(paths.caseRemedies(params.caseId)) : refused(set.refusal);
  },
);

export default function CaseOutcome() {
  const t = useText();
  const { standing, labels, outcome, outcomeOn } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("remedies.outcome.link")}>
      <OutcomeForm version={standing.version} labels={labels} outcome={outcome} outcomeOn={outcomeOn} />
    </CaseFormPage>
  );
}
