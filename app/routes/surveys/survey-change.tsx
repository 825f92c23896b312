import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { PlanPage } from "#app/features/surveys/waves/ui/plan-page.tsx";
import { publishedIfStandard, readWaveChoices } from "#app/features/surveys/waves/wave-choices.server.ts";
import { changeWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { changeWaveForm } from "#app/features/surveys/waves/wave-forms.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.change.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: waveParams },
  async ({ actor, params: { waveId }, request }) => {
    const { id, facts, version } = await readWave(actor, waveId);
    return { id, facts, version, ...(await readWaveChoices(actor, localeOf(request))) };
  },
);

export const action = guardedAction(
  { may: "wave.write", params: waveParams, form: changeWaveForm },
  async ({ actor, params: { waveId }, form }) => {
    const published = await publishedIfStandard(actor, form.instrument);
    if (!published.ok) return refused(published.refusal);
    const changed = await changeWave(actor, waveId, form);
    return changed.ok ? redirect(paths.survey(waveId)) : refused(changed.refusal);
  },
);

export default function SurveyChange() {
  const { id, facts, version, sessions, instruments } = useLoaderData<typeof loader>();
  const plan = { facts, version, sessions, instruments };
  return <PlanPage back={paths.survey(id)} verb="change" {...plan} />;
}
