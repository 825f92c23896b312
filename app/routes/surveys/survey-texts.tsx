import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { openTexts } from "#app/features/surveys/coding/coding-commands.server.ts";
import { textsPage } from "#app/features/surveys/coding/coding-pages.server.ts";
import { Texts } from "#app/features/surveys/coding/ui/texts.tsx";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "survey-coding.title", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave-answer.read", params: waveParams },
  async ({ actor, params, request }) => ({ page: await textsPage(actor, params.waveId, localeOf(request)) }),
);

/** Opens what was written for this sitting; that it is read is recorded. */
export const action = guardedAction(
  { may: "wave-answer.read", params: waveParams, form: emptyForm },
  async ({ actor, params }) => {
    const done = await openTexts(actor, params.waveId);
    return done.ok ? redirect(paths.surveyTexts(params.waveId)) : refused(done.refusal);
  },
);

export default function SurveyTexts() {
  return <Texts page={useLoaderData<typeof loader>().page} />;
}
