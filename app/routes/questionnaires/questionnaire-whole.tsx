import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { sheetForm } from "#app/features/surveys/building/building-forms.ts";
import { builtParams } from "#app/features/surveys/building/building-params.ts";
import { editSheet } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { partPage } from "#app/features/surveys/building/part-page.server.ts";
import { wholeSheet } from "#app/features/surveys/building/sheets.ts";
import { WholeEditPage } from "#app/features/surveys/building/ui/whole-edit-page.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.whole.link", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtParams },
  async ({ actor, params: { questionnaireId } }) => {
    return partPage(await readBuilt(actor, questionnaireId), wholeSheet);
  },
);

export const action = guardedAction(
  { may: "wave.write", params: builtParams, form: sheetForm },
  async ({ actor, params: { questionnaireId }, values }) => {
    const saved = await editSheet(actor, questionnaireId, wholeSheet, values);
    if (!saved.ok) return refused(saved.refusal);
    return redirect(paths.questionnaire(questionnaireId));
  },
);

export default function QuestionnaireWhole() {
  return <WholeEditPage {...useLoaderData<typeof loader>()} />;
}
