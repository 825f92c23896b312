import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readReminders } from "#app/features/surveys/waves/reminders.server.ts";
import { RemindersPage } from "#app/features/surveys/waves/ui/reminders-page.tsx";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "waves.reminders.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave-panel.read", params: waveParams },
  async ({ actor, params: { waveId } }) => ({ waveId, ...(await readReminders(actor, waveId)) }),
);

export default function SurveyReminders() {
  return <RemindersPage {...useLoaderData<typeof loader>()} />;
}
