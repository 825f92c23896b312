import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { ReadersPage } from "#app/features/surveys/waves/ui/readers-page.tsx";
import { readerForm } from "#app/features/surveys/waves/wave-forms.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { grantWaveKey, readReaders } from "#app/features/surveys/waves/wave-readers.server.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.readers.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave-answer.grant", params: waveParams },
  async ({ actor, params: { waveId } }) => {
    const { wave, ...readers } = await readReaders(actor, waveId);
    return { session: wave.facts.session, ...readers };
  },
);

export const action = guardedAction(
  { may: "wave-answer.grant", params: waveParams, form: readerForm, reauthenticated: true },
  async ({ actor, params: { waveId }, form }) => {
    const granted = await grantWaveKey(actor, waveId, form.userId);
    return granted.ok ? redirect(paths.surveyReaders(waveId)) : refused(granted.refusal);
  },
);

export default function SurveyReaders() {
  return <ReadersPage {...useLoaderData<typeof loader>()} />;
}
