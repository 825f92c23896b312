import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { matchInstitution } from "#app/features/cases/institutions/institution-match-commands.server.ts";
import { matchForm } from "#app/features/cases/institutions/institution-match-forms.ts";
import { readMatchPage } from "#app/features/cases/institutions/institution-match-page.server.ts";
import { MatchForm } from "#app/features/cases/institutions/ui/match-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.triage", params: caseParams }, ({ actor, params, request }) =>
  readMatchPage(actor, params.caseId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.triage", params: caseParams, form: matchForm },
  async ({ actor, params, form }) => {
    const matched = await matchInstitution(actor, params.caseId, form);
    return matched.ok ? redirect(paths.case(params.caseId)) : refused(matched.refusal);
  },
);

export default function CaseInstitution() {
  const t = useText();
  const data = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={data.standing} title={t("institutions.match.heading")}>
      <MatchForm data={data} />
    </CaseFormPage>
  );
}
