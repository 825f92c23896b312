import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { moveForm } from "#app/features/surveys/building/building-forms.ts";
import { builtQuestionParams } from "#app/features/surveys/building/building-params.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { moveBehind, movePageOf } from "#app/features/surveys/building/moving.server.ts";
import { MovePage } from "#app/features/surveys/building/ui/question-pages.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.move.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtQuestionParams },
  async ({ actor, params: { questionnaireId, questionName }, request }) =>
    movePageOf(await readBuilt(actor, questionnaireId), questionName, localeOf(request)),
);

export const action = guardedAction(
  { may: "wave.write", params: builtQuestionParams, form: moveForm },
  async ({ actor, params: { questionnaireId, questionName }, form: { to } }) => {
    const moved = await moveBehind(actor, questionnaireId, questionName, to);
    return moved.ok
      ? redirect(`${paths.questionnaire(questionnaireId)}#question-${questionName}`)
      : refused(moved.refusal);
  },
);

export default function QuestionnaireQuestionMove() {
  return <MovePage {...useLoaderData<typeof loader>()} />;
}
