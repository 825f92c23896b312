import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { settleText } from "#app/features/surveys/coding/coding-commands.server.ts";
import { codesForm, textParams } from "#app/features/surveys/coding/coding-forms.ts";
import { agreementPage } from "#app/features/surveys/coding/coding-pages.server.ts";
import { Agreement } from "#app/features/surveys/coding/ui/agreement.tsx";

import { localeOf } from "#app/i18n/negotiate.ts";

import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "survey-coding.title", leave: false });

export const loader = guardedLoader(
  { may: "wave-answer.read", params: textParams },
  async ({ actor, params, request }) => ({
    page: await agreementPage(actor, params.waveId, params.question, localeOf(request)),
  }),
);

/** What holds for a text on which both differ. */
export const action = guardedAction(
  { may: "wave-answer.read", params: textParams, form: codesForm },
  async ({ actor, params, form }) => {
    const done = await settleText(actor, params.waveId, params.question, form);
    return done.ok ? redirect(paths.surveyTextsAgreement(params.waveId, params.question)) : refused(done.refusal);
  },
);

export default function SurveyAgreement() {
  return <Agreement page={useLoaderData<typeof loader>().page} />;
}
