import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { mergeCase } from "#app/features/cases/relations/merge-commands.server.ts";
import { mergeForm } from "#app/features/cases/relations/merge-forms.ts";
import { readRelationsPage } from "#app/features/cases/relations/relations-page.server.ts";
import { MergeForm } from "#app/features/cases/relations/ui/merge-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "relations.title", leave: false });

export const loader = guardedLoader({ may: "case.merge", params: caseParams }, async ({ actor, params, request }) => {
  const { standing, hints, mayMerge } = await readRelationsPage(actor, params.caseId, localeOf(request));
  if (!mayMerge) throw notFound();
  return { standing, hints };
});

export const action = guardedAction(
  { may: "case.merge", params: caseParams, form: mergeForm },
  async ({ actor, params, form }) => {
    const merged = await mergeCase(actor, params.caseId, form);
    return merged.ok ? redirect(paths.case(params.caseId)) : refused(merged.refusal);
  },
);

export default function CaseMerge() {
  const t = useText();
  const { standing, hints } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("relations.merge.heading")}>
      <MergeForm caseId={standing.row.caseId} version={standing.version} hints={hints} />
    </CaseFormPage>
  );
}
