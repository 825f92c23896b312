import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { addNewQuestion } from "#app/features/surveys/building/adding.server.ts";
import { newQuestionForm } from "#app/features/surveys/building/building-forms.ts";
import { builtPageParams } from "#app/features/surveys/building/building-params.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { mainLanguage } from "#app/features/surveys/building/sheets.ts";
import { QuestionNewPage } from "#app/features/surveys/building/ui/question-pages.tsx";
import { findPage } from "#app/features/surveys/instruments/instrument.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.question.add", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtPageParams },
  async ({ actor, params: { questionnaireId, pageName } }) => {
    const { instrument } = await readBuilt(actor, questionnaireId);
    if (!findPage(instrument, pageName)) throw notFound();
    return { id: questionnaireId, page: pageName, language: mainLanguage(instrument) };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: builtPageParams, form: newQuestionForm },
  async ({ actor, params: { questionnaireId, pageName }, form }) => {
    const added = await addNewQuestion(actor, questionnaireId, pageName, form);
    return added.ok ? redirect(paths.questionnaireQuestion(questionnaireId, added.value.name)) : refused(added.refusal);
  },
);

export default function QuestionnaireQuestionNew() {
  return <QuestionNewPage {...useLoaderData<typeof loader>()} />;
}
