import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { relateMeasure } from "#app/features/cases/relations/relation-commands.server.ts";
import { measureForm } from "#app/features/cases/relations/relation-forms.ts";
import { readMeasureChoice } from "#app/features/cases/relations/relations-page.server.ts";
import { MeasureForm } from "#app/features/cases/relations/ui/relate-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "relations.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: caseParams }, ({ actor, params, request }) =>
  readMeasureChoice(actor, params.caseId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.work", params: caseParams, form: measureForm },
  async ({ actor, params, form }) => {
    const related = await relateMeasure(actor, params.caseId, form);
    return related.ok ? redirect(paths.caseRelations(params.caseId)) : refused(related.refusal);
  },
);

export default function CaseRelationMeasure() {
  const t = useText();
  const { standing, choices } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("relations.measure.heading")}>
      <MeasureForm choices={choices} />
    </CaseFormPage>
  );
}
