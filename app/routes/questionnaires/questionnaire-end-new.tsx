import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { addNewEnd, endNewPage } from "#app/features/surveys/building/adding.server.ts";
import { newEndForm } from "#app/features/surveys/building/building-forms.ts";
import { builtPageParams } from "#app/features/surveys/building/building-params.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { EndNewPage } from "#app/features/surveys/building/ui/end-pages.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.end.add", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtPageParams },
  async ({ actor, params: { questionnaireId, pageName }, request }) =>
    endNewPage(await readBuilt(actor, questionnaireId), pageName, localeOf(request)),
);

export const action = guardedAction(
  { may: "wave.write", params: builtPageParams, form: newEndForm },
  async ({ actor, params: { questionnaireId, pageName }, form }) => {
    const added = await addNewEnd(actor, questionnaireId, pageName, form);
    return added.ok
      ? redirect(paths.questionnaireEnd(questionnaireId, pageName, added.value.name))
      : refused(added.refusal);
  },
);

export default function QuestionnaireEndNew() {
  return <EndNewPage {...useLoaderData<typeof loader>()} />;
}
