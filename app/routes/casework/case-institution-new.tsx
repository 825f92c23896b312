import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Lead } from "#app/design-system/content/heading.tsx";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { addAndMatch } from "#app/features/cases/institutions/institution-match-commands.server.ts";
import { readMatchNewPage } from "#app/features/cases/institutions/institution-match-page.server.ts";
import { institutionForm } from "#app/features/registers/institutions/institution-forms.ts";
import { InstitutionForm } from "#app/features/registers/institutions/ui/institution-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.triage", params: caseParams }, ({ actor, params, request }) =>
  readMatchNewPage(actor, params.caseId, localeOf(request)),
);

/** The version that the form carries is the case's: the entry has none yet. */
export const action = guardedAction(
  { may: "case.triage", params: caseParams, form: institutionForm },
  async ({ actor, params, form }) => {
    const matched = await addAndMatch(actor, params.caseId, form);
    return matched.ok ? redirect(paths.case(params.caseId)) : refused(matched.refusal);
  },
);

export default function CaseInstitutionNew() {
  const t = useText();
  const { standing, choices, kept } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("institutions.match.add-heading")}>
      <Lead>{t("institutions.new.lead")}</Lead>
      <InstitutionForm
        choices={choices}
        kept={kept}
        version={standing.version}
        button={t("institutions.match.add-button")}
      />
    </CaseFormPage>
  );
}
