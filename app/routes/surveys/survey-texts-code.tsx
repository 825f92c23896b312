import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { codeText } from "#app/features/surveys/coding/coding-commands.server.ts";
import { codesForm, textParams } from "#app/features/surveys/coding/coding-forms.ts";
import { codePage } from "#app/features/surveys/coding/coding-pages.server.ts";
import { CodeText } from "#app/features/surveys/coding/ui/code-text.tsx";

import { localeOf } from "#app/i18n/negotiate.ts";

import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "survey-coding.title", leave: false });

export const loader = guardedLoader(
  { may: "wave-answer.read", params: textParams },
  async ({ actor, params, request }) => ({
    page: await codePage(actor, params.waveId, params.question, localeOf(request)),
  }),
);

/** The codes of one text; the next one follows. */
export const action = guardedAction(
  { may: "wave-answer.read", params: textParams, form: codesForm },
  async ({ actor, params, form }) => {
    const done = await codeText(actor, params.waveId, params.question, form);
    return done.ok ? redirect(paths.surveyTextsCode(params.waveId, params.question)) : refused(done.refusal);
  },
);

export default function SurveyCodeText() {
  return <CodeText page={useLoaderData<typeof loader>().page} />;
}
