import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { afterQuestion } from "#app/features/surveys/building/after-saving.ts";
import { sheetForm } from "#app/features/surveys/building/building-forms.ts";
import { builtQuestionParams } from "#app/features/surveys/building/building-params.ts";
import { editSheet } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { questionPage } from "#app/features/surveys/building/question-page.server.ts";
import { questionSheet } from "#app/features/surveys/building/sheets.ts";
import { QuestionEditPage } from "#app/features/surveys/building/ui/question-edit-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "questionnaires.question.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtQuestionParams },
  async ({ actor, params: { questionnaireId, questionName }, request }) => {
    return { question: questionPage(await readBuilt(actor, questionnaireId), questionName, localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: builtQuestionParams, form: sheetForm },
  async ({ actor, params: { questionnaireId, questionName }, values }) => {
    const saved = await editSheet(actor, questionnaireId, questionSheet(questionName), values);
    if (!saved.ok) return refused(saved.refusal);
    return redirect(afterQuestion(questionnaireId, values));
  },
);

export default function QuestionnaireQuestion() {
  return <QuestionEditPage {...useLoaderData<typeof loader>()} />;
}
