import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { outlineForm } from "#app/features/surveys/building/building-forms.ts";
import { builtParams } from "#app/features/surveys/building/building-params.ts";
import { forgetTold } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { outlineOf } from "#app/features/surveys/building/outline.server.ts";
import { actOnOutline, placeAfter } from "#app/features/surveys/building/outline-acts.server.ts";
import { missingByLanguage } from "#app/features/surveys/building/translation-sheet.ts";
import { OutlinePage } from "#app/features/surveys/building/ui/outline-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.one", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave.read", params: builtParams },
  async ({ actor, params: { questionnaireId }, request }) => {
    const { instrument, told } = await readBuilt(actor, questionnaireId);
    const outline = outlineOf(instrument, localeOf(request));
    return { id: questionnaireId, outline, missing: missingByLanguage(instrument), told: told ?? [] };
  },
);

/** Buttons of the list: a step up or down, a copy, or that the notice has been read. */
export const action = guardedAction(
  { may: "wave.write", params: builtParams, form: outlineForm },
  async ({ actor, params: { questionnaireId }, form: { act } }) => {
    const done = await (act === "told"
      ? forgetTold(actor, questionnaireId)
      : actOnOutline(actor, questionnaireId, act));
    return done.ok ? redirect(`${paths.questionnaire(questionnaireId)}${placeAfter(act)}`) : refused(done.refusal);
  },
);

export default function Questionnaire() {
  return <OutlinePage {...useLoaderData<typeof loader>()} />;
}
