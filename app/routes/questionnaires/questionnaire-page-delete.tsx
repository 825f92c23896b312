import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { seenForm } from "#app/features/surveys/building/building-forms.ts";
import { builtPageParams } from "#app/features/surveys/building/building-params.ts";
import { deletePart, deletionPage } from "#app/features/surveys/building/deleting.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { DeletePage } from "#app/features/surveys/building/ui/delete-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.delete.page.heading", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtPageParams },
  async ({ actor, params: { questionnaireId, pageName }, request }) => ({
    back: `${paths.questionnaire(questionnaireId)}#page-${pageName}`,
    ...deletionPage(await readBuilt(actor, questionnaireId), { page: pageName }, localeOf(request)),
  }),
);

export const action = guardedAction(
  { may: "wave.write", params: builtPageParams, form: seenForm },
  async ({ actor, params: { questionnaireId, pageName }, form: { seen } }) => {
    const deleted = await deletePart(actor, questionnaireId, { page: pageName }, seen);
    return deleted.ok ? redirect(paths.questionnaire(questionnaireId)) : refused(deleted.refusal);
  },
);

export default function QuestionnairePageDelete() {
  return <DeletePage {...useLoaderData<typeof loader>()} of="page" />;
}
