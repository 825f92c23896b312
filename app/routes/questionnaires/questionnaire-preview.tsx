import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { sheetForm } from "#app/features/surveys/building/building-forms.ts";
import { builtParams } from "#app/features/surveys/building/building-params.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { beginTrial, goOnTrying, type TrialStep } from "#app/features/surveys/building/trial.server.ts";
import { TrialPage } from "#app/features/surveys/building/ui/trial-page.tsx";
import { titleIn } from "#app/features/surveys/building/wording.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.trial.heading", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave.read", params: builtParams },
  async ({ actor, params: { questionnaireId }, request }) => {
    const { instrument } = await readBuilt(actor, questionnaireId);
    const locale = localeOf(request);
    return { questionnaireId, title: titleIn(instrument, locale), first: beginTrial(instrument, locale) };
  },
);

/** Nothing is kept: what was answered so far comes with the form. */
export const action = guardedAction(
  { may: "wave.read", params: builtParams, form: sheetForm },
  async ({ actor, params: { questionnaireId }, values, request }) => {
    const { instrument } = await readBuilt(actor, questionnaireId);
    const { step, refusal } = goOnTrying(instrument, values, localeOf(request));
    return refusal ? refused(refusal, { told: { step } }) : json({ step });
  },
);

export default function QuestionnairePreview() {
  const { questionnaireId, title, first } = useLoaderData<typeof loader>();
  return <TrialPage back={paths.questionnaire(questionnaireId)} title={title} first={first as TrialStep} />;
}
