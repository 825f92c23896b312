import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { WavePage } from "#app/features/surveys/waves/ui/wave-page.tsx";
import { questionnaireCalled } from "#app/features/surveys/waves/wave-choices.server.ts";
import { approveWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { waveWordForm } from "#app/features/surveys/waves/wave-forms.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.one", leave: false });

export const loader = guardedLoader(
  { may: "wave.read", params: waveParams },
  async ({ actor, params: { waveId }, request }) => {
    const wave = await readWave(actor, waveId);
    const questionnaire = await questionnaireCalled(actor, wave.facts.instrument, localeOf(request));
    return { wave: { ...wave, questionnaire } };
  },
);

/** One of two words, on the page that shows all of the plan, by somebody who has just shown who they are. */
export const action = guardedAction(
  { may: "wave.approve", params: waveParams, form: waveWordForm, reauthenticated: true },
  async ({ actor, params: { waveId }, form }) => {
    const given = await approveWave(actor, waveId, form);
    return given.ok ? redirect(paths.survey(waveId)) : refused(given.refusal);
  },
);

export default function Survey() {
  return <WavePage {...useLoaderData<typeof loader>()} />;
}
