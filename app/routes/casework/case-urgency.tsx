import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { labelled } from "#app/features/cases/casework/case-row.server.ts";
import { setUrgency } from "#app/features/cases/casework/triage-commands.server.ts";
import { urgencyForm } from "#app/features/cases/casework/triage-forms.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { UrgencyForm } from "#app/features/cases/casework/ui/urgency-form.tsx";
import { caseStanding, readWorkCase, urgencySuggestion } from "#app/features/cases/casework/work-case-page.server.ts";
import { URGENCIES } from "#app/features/taxonomy/codes.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({
  title: "casework.case.title",
  leave: false,
  comfort: true,
  messages: ["casework", "cases"],
});

export const loader = guardedLoader({ may: "case.triage", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  const locale = localeOf(request);
  return {
    standing: caseStanding(actor, work, locale),
    suggestion: urgencySuggestion(work, locale),
    options: URGENCIES.map((urgency) => labelled("urgency", urgency, locale)),
  };
});

export const action = guardedAction(
  { may: "case.triage", params: caseParams, form: urgencyForm },
  async ({ actor, params, form }) => {
    const set = await setUrgency(actor, params.caseId, form);
    return set.ok ? redirect(paths.case(params.caseId)) : refused(set.refusal);
  },
);

export default function CaseUrgency() {
  const t = useText();
  const { standing, suggestion, options } = useLoaderData<typeof loader>();
  const chosen = standing.row.judgement.urgency?.code ?? null;
  return (
    <CaseFormPage standing={standing} title={t("casework.urgency.link")}>
      <UrgencyForm version={standing.version} chosen={chosen} options={options} suggestion={suggestion} />
    </CaseFormPage>
  );
}
