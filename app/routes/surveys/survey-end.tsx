import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading } from "#app/design-system/content/heading.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { closeWave, discardWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { endWaveForm } from "#app/features/surveys/waves/wave-forms.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.one", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave.write", params: waveParams },
  async ({ actor, params: { waveId } }) => {
    const { version, acts, facts } = await readWave(actor, waveId);
    const end = (["discard", "close"] as const).find((act) => acts.includes(act)) ?? null;
    return { waveId, version, session: facts.session, end };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: waveParams, form: endWaveForm },
  async ({ actor, params: { waveId }, form: { end, version } }) => {
    const ended = await (end === "discard" ? discardWave : closeWave)(actor, waveId, { version });
    if (!ended.ok) return refused(ended.refusal);
    return redirect(end === "discard" ? paths.surveys() : paths.survey(waveId));
  },
);

export default function SurveyEnd() {
  const t = useText();
  const { waveId, version, session, end } = useLoaderData<typeof loader>();
  if (!end)
    return (
      <Page back={paths.survey(waveId)}>
        <Heading>{t("waves.one")}</Heading>
        <p>{t("waves.end.over")}</p>
      </Page>
    );
  return (
    <DecisionPage
      back={paths.survey(waveId)}
      caption={<bdi>{session}</bdi>}
      title={t(`waves.end.${end}.heading`)}
      lead={t(`waves.end.${end}.lead`)}
      button={t(`waves.end.${end}.button`)}
      look="danger"
    >
      <input type="hidden" name="end" value={end} />
      <input type="hidden" name="recordVersion" value={version} />
    </DecisionPage>
  );
}
