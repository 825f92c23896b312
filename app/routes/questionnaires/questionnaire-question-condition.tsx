import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { afterCondition } from "#app/features/surveys/building/after-saving.ts";
import { sheetForm } from "#app/features/surveys/building/building-forms.ts";
import { builtQuestionParams } from "#app/features/surveys/building/building-params.ts";
import { conditionPage } from "#app/features/surveys/building/condition-page.server.ts";
import { editSheet } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { absent } from "#app/features/surveys/building/part-page.server.ts";
import { placeOfQuestion } from "#app/features/surveys/building/question-edits.ts";
import { questionConditionSheet } from "#app/features/surveys/building/sheets.ts";
import { ConditionEditPage } from "#app/features/surveys/building/ui/condition-edit-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.condition.heading.question", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtQuestionParams },
  async ({ actor, params: { questionnaireId, questionName }, request }) => {
    const draft = await readBuilt(actor, questionnaireId);
    const { page: on } = placeOfQuestion(draft.instrument, questionName) ?? absent();
    const place = { page: on.name, question: questionName };
    return {
      question: questionName,
      condition: conditionPage(draft, place, questionConditionSheet(questionName), localeOf(request)),
    };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: builtQuestionParams, form: sheetForm },
  async ({ actor, params: { questionnaireId, questionName }, values }) => {
    const saved = await editSheet(actor, questionnaireId, questionConditionSheet(questionName), values);
    if (!saved.ok) return refused(saved.refusal);
    return redirect(
      afterCondition(
        paths.questionnaireQuestionCondition(questionnaireId, questionName),
        `${paths.questionnaire(questionnaireId)}#question-${questionName}`,
        values,
      ),
    );
  },
);

export default function QuestionnaireQuestionCondition() {
  const { question, condition } = useLoaderData<typeof loader>();
  return (
    <ConditionEditPage
      of="question"
      back={`${paths.questionnaire(condition.id)}#question-${question}`}
      condition={condition}
    />
  );
}
