import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { chooseList } from "#app/features/surveys/coding/coding-commands.server.ts";
import { listForm, textParams } from "#app/features/surveys/coding/coding-forms.ts";
import { listPage } from "#app/features/surveys/coding/coding-pages.server.ts";
import { ListChoice } from "#app/features/surveys/coding/ui/list-choice.tsx";

import { localeOf } from "#app/i18n/negotiate.ts";

import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "survey-coding.title", leave: false });

export const loader = guardedLoader(
  { may: "wave-answer.read", params: textParams },
  async ({ actor, params, request }) => ({
    page: await listPage(actor, params.waveId, params.question, localeOf(request)),
  }),
);

/** The list by which both coders tell the texts of a question. */
export const action = guardedAction(
  { may: "wave-answer.read", params: textParams, form: listForm },
  async ({ actor, params, form }) => {
    const done = await chooseList(actor, params.waveId, params.question, form.list);
    return done.ok ? redirect(paths.surveyTextsCode(params.waveId, params.question)) : refused(done.refusal);
  },
);

export default function SurveyListChoice() {
  return <ListChoice page={useLoaderData<typeof loader>().page} />;
}
