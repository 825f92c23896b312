import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { addToPanel } from "#app/features/surveys/waves/panel-commands.server.ts";
import { PanelPage } from "#app/features/surveys/waves/ui/panel-page.tsx";
import { panelChoices } from "#app/features/surveys/waves/wave-choices.server.ts";
import { inviteForm } from "#app/features/surveys/waves/wave-forms.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { readPanel, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.panel.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave-panel.read", params: waveParams },
  async ({ actor, params: { waveId }, request }) => {
    const { acts } = await readWave(actor, waveId);
    const panel = await readPanel(actor, waveId);
    const may = { mayInvite: acts.includes("invite"), mayGiveCodes: acts.includes("give-codes") };
    const locale = localeOf(request);
    return { waveId, panel, ...may, locale, choices: panelChoices(locale) };
  },
);

export const action = guardedAction(
  { may: "wave-panel.write", params: waveParams, form: inviteForm },
  async ({ actor, params: { waveId }, form }) => {
    const added = await addToPanel(actor, waveId, form);
    return added.ok ? redirect(paths.surveyPanel(waveId)) : refused(added.refusal);
  },
);

export default function SurveyPanel() {
  return <PanelPage {...useLoaderData<typeof loader>()} />;
}
