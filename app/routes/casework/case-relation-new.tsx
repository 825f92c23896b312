import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { relateCases } from "#app/features/cases/relations/relation-commands.server.ts";
import { relateForm } from "#app/features/cases/relations/relation-forms.ts";
import { readRelationsPage } from "#app/features/cases/relations/relations-page.server.ts";
import { RelateForm } from "#app/features/cases/relations/ui/relate-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "relations.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: caseParams }, async ({ actor, params, request }) => {
  const { standing, hints } = await readRelationsPage(actor, params.caseId, localeOf(request));
  return { standing, hints };
});

export const action = guardedAction(
  { may: "case.work", params: caseParams, form: relateForm },
  async ({ actor, params, form }) => {
    const related = await relateCases(actor, params.caseId, form);
    return related.ok ? redirect(paths.caseRelations(params.caseId)) : refused(related.refusal);
  },
);

export default function CaseRelationNew() {
  const t = useText();
  const { standing, hints } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("relations.new.heading")}>
      <RelateForm hints={hints} />
    </CaseFormPage>
  );
}
