import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading } from "#app/design-system/content/heading.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { withdrawWaveLink } from "#app/features/surveys/waves/wave-links.server.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.open-link.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: waveParams },
  async ({ actor, params: { waveId } }) => ({ waveId, hasLink: (await readWave(actor, waveId)).hasLink }),
);

export const action = guardedAction(
  { may: "wave.write", params: waveParams, form: emptyForm },
  async ({ actor, params: { waveId } }) => {
    const withdrawn = await withdrawWaveLink(actor, waveId);
    return withdrawn.ok ? redirect(paths.survey(waveId)) : refused(withdrawn.refusal);
  },
);

export default function SurveyLinkWithdraw() {
  const t = useText();
  const { waveId, hasLink } = useLoaderData<typeof loader>();
  if (!hasLink)
    return (
      <Page back={paths.survey(waveId)}>
        <Heading>{t("waves.open-link.heading")}</Heading>
        <p>{t("waves.open-link.withdraw.none")}</p>
      </Page>
    );
  return (
    <DecisionPage
      back={paths.surveyLink(waveId)}
      title={t("waves.open-link.withdraw.heading")}
      lead={t("waves.open-link.withdraw.lead")}
      button={t("waves.open-link.withdraw.button")}
      look="danger"
    />
  );
}
