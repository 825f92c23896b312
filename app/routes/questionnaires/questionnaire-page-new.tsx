import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { addNewPage } from "#app/features/surveys/building/adding.server.ts";
import { newPageForm } from "#app/features/surveys/building/building-forms.ts";
import { builtParams } from "#app/features/surveys/building/building-params.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { PageNewPage } from "#app/features/surveys/building/ui/page-pages.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.page.add", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtParams },
  async ({ actor, params: { questionnaireId } }) => ({ id: (await readBuilt(actor, questionnaireId)).id }),
);

export const action = guardedAction(
  { may: "wave.write", params: builtParams, form: newPageForm },
  async ({ actor, params: { questionnaireId }, form }) => {
    const added = await addNewPage(actor, questionnaireId, form);
    return added.ok
      ? redirect(paths.questionnaireQuestionNew(questionnaireId, added.value.name))
      : refused(added.refusal);
  },
);

export default function QuestionnairePageNew() {
  return <PageNewPage {...useLoaderData<typeof loader>()} />;
}
