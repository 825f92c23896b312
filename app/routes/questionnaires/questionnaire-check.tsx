import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { draftVersionForm } from "#app/features/surveys/building/building-forms.ts";
import { builtParams } from "#app/features/surveys/building/building-params.ts";
import { checkPage } from "#app/features/surveys/building/check-page.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { publishDraft } from "#app/features/surveys/building/publishing.server.ts";
import { CheckView } from "#app/features/surveys/building/ui/check-view.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.check.heading", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtParams },
  async ({ actor, params: { questionnaireId }, request }) =>
    checkPage(actor, await readBuilt(actor, questionnaireId), localeOf(request)),
);

export const action = guardedAction(
  { may: "wave.write", params: builtParams, form: draftVersionForm },
  async ({ actor, params: { questionnaireId }, form }) => {
    const published = await publishDraft(actor, questionnaireId, form);
    return published.ok ? redirect(paths.questionnaireVersion(published.value.digest)) : refused(published.refusal);
  },
);

export default function QuestionnaireCheck() {
  return <CheckView {...useLoaderData<typeof loader>()} />;
}
