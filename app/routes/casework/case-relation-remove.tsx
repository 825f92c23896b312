import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { unrelate } from "#app/features/cases/relations/relation-commands.server.ts";
import { relationParams } from "#app/features/cases/relations/relation-forms.ts";
import { readRelation } from "#app/features/cases/relations/relations-page.server.ts";
import { OtherCaseLink } from "#app/features/cases/relations/ui/other-case.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "relations.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: relationParams }, ({ actor, params, request }) =>
  readRelation(actor, params.caseId, params.relationId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.work", params: relationParams, form: emptyForm },
  async ({ actor, params: { caseId, relationId } }) => {
    const removed = await unrelate(actor, caseId, relationId);
    return removed.ok ? redirect(paths.caseRelations(caseId)) : refused(removed.refusal);
  },
);

export default function CaseRelationRemove() {
  const t = useText();
  const { standing, relation, measure } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.caseRelations(standing.row.caseId)}
      title={t("relations.remove.heading")}
      lead={t("relations.remove.lead")}
      button={t("relations.remove.button")}
    >
      <p>{t(`relations.kind.${relation?.kind ?? "measure"}`)}</p>
      <p>{measure ? <bdi lang="en">{measure.label}</bdi> : <OtherCaseLink other={relation?.other ?? null} />}</p>
    </DecisionPage>
  );
}
