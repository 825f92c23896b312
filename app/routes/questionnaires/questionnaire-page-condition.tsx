import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { afterCondition } from "#app/features/surveys/building/after-saving.ts";
import { sheetForm } from "#app/features/surveys/building/building-forms.ts";
import { builtPageParams } from "#app/features/surveys/building/building-params.ts";
import { conditionPage } from "#app/features/surveys/building/condition-page.server.ts";
import { editSheet } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { pageConditionSheet } from "#app/features/surveys/building/sheets.ts";
import { ConditionEditPage } from "#app/features/surveys/building/ui/condition-edit-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.condition.heading.page", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtPageParams },
  async ({ actor, params: { questionnaireId, pageName }, request }) => {
    const draft = await readBuilt(actor, questionnaireId);
    const place = { page: pageName };
    return { page: pageName, condition: conditionPage(draft, place, pageConditionSheet(pageName), localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: builtPageParams, form: sheetForm },
  async ({ actor, params: { questionnaireId, pageName }, values }) => {
    const saved = await editSheet(actor, questionnaireId, pageConditionSheet(pageName), values);
    if (!saved.ok) return refused(saved.refusal);
    return redirect(
      afterCondition(
        paths.questionnairePageCondition(questionnaireId, pageName),
        `${paths.questionnaire(questionnaireId)}#page-${pageName}`,
        values,
      ),
    );
  },
);

export default function QuestionnairePageCondition() {
  const { page: name, condition } = useLoaderData<typeof loader>();
  return (
    <ConditionEditPage of="page" back={`${paths.questionnaire(condition.id)}#page-${name}`} condition={condition} />
  );
}
