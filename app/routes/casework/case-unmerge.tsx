import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { unmergeCase } from "#app/features/cases/relations/merge-commands.server.ts";
import { unmergeForm } from "#app/features/cases/relations/merge-forms.ts";
import { readRelationsPage } from "#app/features/cases/relations/relations-page.server.ts";
import { UnmergeForm } from "#app/features/cases/relations/ui/merge-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "relations.title", leave: false });

export const loader = guardedLoader({ may: "case.merge", params: caseParams }, async ({ actor, params, request }) => {
  const { standing, mayUnmerge } = await readRelationsPage(actor, params.caseId, localeOf(request));
  if (!mayUnmerge) throw notFound();
  return { standing };
});

export const action = guardedAction(
  { may: "case.merge", params: caseParams, form: unmergeForm },
  async ({ actor, params, form }) => {
    const undone = await unmergeCase(actor, params.caseId, form);
    return undone.ok ? redirect(paths.case(params.caseId)) : refused(undone.refusal);
  },
);

export default function CaseUnmerge() {
  const t = useText();
  const { standing } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("relations.unmerge.heading")}>
      <UnmergeForm version={standing.version} />
    </CaseFormPage>
  );
}
