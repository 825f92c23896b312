import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { draftVersionForm } from "#app/features/surveys/building/building-forms.ts";
import { builtParams } from "#app/features/surveys/building/building-params.ts";
import { discardDraft } from "#app/features/surveys/building/draft-commands.server.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { titleIn } from "#app/features/surveys/building/wording.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.discard.link", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave.write", params: builtParams },
  async ({ actor, params: { questionnaireId }, request }) => {
    const { version, instrument } = await readBuilt(actor, questionnaireId);
    return { id: questionnaireId, version, title: titleIn(instrument, localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: builtParams, form: draftVersionForm },
  async ({ actor, params: { questionnaireId }, form }) => {
    const discarded = await discardDraft(actor, questionnaireId, form);
    return discarded.ok ? redirect(paths.questionnaires()) : refused(discarded.refusal);
  },
);

export default function QuestionnaireDiscard() {
  const t = useText();
  const { id, version, title } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.questionnaire(id)}
      caption={<bdi>{title}</bdi>}
      title={t("questionnaires.discard.heading")}
      lead={t("questionnaires.discard.lead")}
      button={t("questionnaires.discard.link")}
      look="danger"
    >
      <input type="hidden" name="recordVersion" value={version} />
    </DecisionPage>
  );
}
