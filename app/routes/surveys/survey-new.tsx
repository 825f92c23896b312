import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { PlanPage } from "#app/features/surveys/waves/ui/plan-page.tsx";
import { publishedIfStandard, readWaveChoices } from "#app/features/surveys/waves/wave-choices.server.ts";
import { draftWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { waveForm } from "#app/features/surveys/waves/wave-forms.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.new.heading", leave: false });

export const loader = guardedLoader({ may: "wave.write" }, ({ actor, request }) =>
  readWaveChoices(actor, localeOf(request)),
);

export const action = guardedAction({ may: "wave.write", form: waveForm }, async ({ actor, form }) => {
  const published = await publishedIfStandard(actor, form.instrument);
  if (!published.ok) return refused(published.refusal);
  const drafted = await draftWave(actor, form);
  return drafted.ok ? redirect(paths.survey(drafted.value.waveId)) : refused(drafted.refusal);
});

export default function SurveyNew() {
  const { sessions, instruments } = useLoaderData<typeof loader>();
  return <PlanPage back={paths.surveys()} verb="new" sessions={sessions} instruments={instruments} />;
}
