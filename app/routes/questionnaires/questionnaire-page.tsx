import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { sheetForm } from "#app/features/surveys/building/building-forms.ts";
import { builtPageParams } from "#app/features/surveys/building/building-params.ts";
import { editSheet } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { textIn } from "#app/features/surveys/building/form-texts.ts";
import { partPage } from "#app/features/surveys/building/part-page.server.ts";
import { pageSheet } from "#app/features/surveys/building/sheets.ts";
import { PageEditPage } from "#app/features/surveys/building/ui/page-pages.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.page.edit", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtPageParams },
  async ({ actor, params: { questionnaireId, pageName } }) => {
    return { name: pageName, ...partPage(await readBuilt(actor, questionnaireId), pageSheet(pageName)) };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: builtPageParams, form: sheetForm },
  async ({ actor, params: { questionnaireId, pageName }, values }) => {
    const saved = await editSheet(actor, questionnaireId, pageSheet(pageName), values);
    if (!saved.ok) return refused(saved.refusal);
    return redirect(`${paths.questionnaire(questionnaireId)}#page-${textIn(values, "name")}`);
  },
);

export default function QuestionnairePage() {
  return <PageEditPage {...useLoaderData<typeof loader>()} />;
}
