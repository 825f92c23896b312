import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { assessCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { assessmentForm, assessmentValues } from "#app/features/cases/casework/triage-forms.ts";
import { AssessmentForm } from "#app/features/cases/casework/ui/assessment-form.tsx";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { suggestionFrom } from "#app/features/cases/over-compliance.ts";
import { labelsOf } from "#app/features/taxonomy/labels.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.triage", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  const locale = localeOf(request);
  return {
    standing: caseStanding(actor, work, locale),
    kept: assessmentValues(work.assessment),
    suggested: work.assessment.test && suggestionFrom(work.assessment.test),
    labels: {
      severity: labelsOf("severity", locale),
      risk: labelsOf("risk_level", locale),
      corroboration: labelsOf("corroboration", locale),
    },
  };
});

/** Asked for a suggestion it keeps nothing and gives back what was typed, with the suggestion beside it. */
export const action = guardedAction(
  { may: "case.triage", params: caseParams, form: assessmentForm },
  async ({ actor, params, form, values }) => {
    const { asksForSuggestion, ...judged } = form;
    if (asksForSuggestion) return Response.json({ suggested: suggestionFrom(judged), typed: values });
    const assessed = await assessCase(actor, params.caseId, judged);
    return assessed.ok ? redirect(paths.case(params.caseId)) : refused(assessed.refusal);
  },
);

interface Suggestion {
  readonly suggested: ReturnType<typeof suggestionFrom>;
  readonly typed: Readonly<Record<string, string>>;
}

export default function CaseAssessment() {
  const t = useText();
  const { standing, kept, suggested, labels } = useLoaderData<typeof loader>();
  const answer = useActionData() as Partial<Suggestion> | undefined;
  return (
    <CaseFormPage standing={standing} title={t("casework.assessment.link")}>
      <AssessmentForm
        version={standing.version}
        labels={labels}
        defaults={answer?.typed ?? kept}
        suggested={answer?.typed ? (answer.suggested ?? null) : suggested}
      />
    </CaseFormPage>
  );
}
