import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { ClosingPage } from "#app/features/surveys/waves/ui/closing-page.tsx";
import { moveClosing } from "#app/features/surveys/waves/wave-closing.server.ts";
import { closingForm } from "#app/features/surveys/waves/wave-forms.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.closing.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave.write", params: waveParams },
  async ({ actor, params: { waveId } }) => {
    const { id, version, facts, acts, moving } = await readWave(actor, waveId);
    return { wave: { id, version, facts, moving, canMove: acts.includes("move-closing") } };
  },
);

/** By somebody who has just shown who they are: a later day is one of two words. */
export const action = guardedAction(
  { may: "wave.approve", params: waveParams, form: closingForm, reauthenticated: true },
  async ({ actor, params: { waveId }, form }) => {
    const moved = await moveClosing(actor, waveId, form);
    return moved.ok ? redirect(paths.survey(waveId)) : refused(moved.refusal);
  },
);

export default function SurveyClosing() {
  return <ClosingPage {...useLoaderData<typeof loader>()} />;
}
