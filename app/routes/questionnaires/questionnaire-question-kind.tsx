import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { sheetForm } from "#app/features/surveys/building/building-forms.ts";
import { builtQuestionParams } from "#app/features/surveys/building/building-params.ts";
import { editSheet } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { partPage } from "#app/features/surveys/building/part-page.server.ts";
import { kindSheet } from "#app/features/surveys/building/sheets.ts";
import { KindPage } from "#app/features/surveys/building/ui/question-pages.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.kind.change", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtQuestionParams },
  async ({ actor, params: { questionnaireId, questionName } }) => {
    const { seen, defaults } = partPage(await readBuilt(actor, questionnaireId), kindSheet(questionName));
    return { id: questionnaireId, name: questionName, kind: String(defaults.kind), seen };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: builtQuestionParams, form: sheetForm },
  async ({ actor, params: { questionnaireId, questionName }, values }) => {
    const saved = await editSheet(actor, questionnaireId, kindSheet(questionName), values);
    if (!saved.ok) return refused(saved.refusal);
    return redirect(paths.questionnaireQuestion(questionnaireId, questionName));
  },
);

export default function QuestionnaireQuestionKind() {
  return <KindPage {...useLoaderData<typeof loader>()} />;
}
