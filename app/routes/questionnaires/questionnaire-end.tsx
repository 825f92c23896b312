import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { afterCondition } from "#app/features/surveys/building/after-saving.ts";
import { sheetForm } from "#app/features/surveys/building/building-forms.ts";
import { builtEndParams } from "#app/features/surveys/building/building-params.ts";
import { conditionPage } from "#app/features/surveys/building/condition-page.server.ts";
import { editSheet } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { endSheet } from "#app/features/surveys/building/sheets.ts";
import { EndEditPage } from "#app/features/surveys/building/ui/end-pages.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.end.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtEndParams },
  async ({ actor, params: { questionnaireId, pageName, endName }, request }) => {
    const place = { page: pageName, end: endName };
    const draft = await readBuilt(actor, questionnaireId);
    return { page: pageName, condition: conditionPage(draft, place, endSheet(pageName, endName), localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: builtEndParams, form: sheetForm },
  async ({ actor, params: { questionnaireId, pageName, endName }, values }) => {
    const saved = await editSheet(actor, questionnaireId, endSheet(pageName, endName), values);
    if (!saved.ok) return refused(saved.refusal);
    return redirect(
      afterCondition(
        paths.questionnaireEnd(questionnaireId, pageName, endName),
        `${paths.questionnaire(questionnaireId)}#page-${pageName}`,
        values,
      ),
    );
  },
);

export default function QuestionnaireEnd() {
  return <EndEditPage {...useLoaderData<typeof loader>()} />;
}
