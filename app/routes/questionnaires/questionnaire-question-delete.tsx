import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { seenForm } from "#app/features/surveys/building/building-forms.ts";
import { builtQuestionParams } from "#app/features/surveys/building/building-params.ts";
import { deletePart, deletionPage } from "#app/features/surveys/building/deleting.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { DeletePage } from "#app/features/surveys/building/ui/delete-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.delete.question.heading", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtQuestionParams },
  async ({ actor, params: { questionnaireId, questionName }, request }) => ({
    back: `${paths.questionnaire(questionnaireId)}#question-${questionName}`,
    ...deletionPage(await readBuilt(actor, questionnaireId), { question: questionName }, localeOf(request)),
  }),
);

export const action = guardedAction(
  { may: "wave.write", params: builtQuestionParams, form: seenForm },
  async ({ actor, params: { questionnaireId, questionName }, form: { seen } }) => {
    const deleted = await deletePart(actor, questionnaireId, { question: questionName }, seen);
    return deleted.ok ? redirect(paths.questionnaire(questionnaireId)) : refused(deleted.refusal);
  },
);

export default function QuestionnaireQuestionDelete() {
  return <DeletePage {...useLoaderData<typeof loader>()} of="question" />;
}
