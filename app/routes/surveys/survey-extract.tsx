import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/access/actor.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { isSurveyChosen } from "#app/features/briefings/drafting/survey-choice.server.ts";
import { agreeForm, extractForm } from "#app/features/surveys/publishing/extract-form.ts";
import { readExtractPage } from "#app/features/surveys/publishing/extract-queries.server.ts";
import type { RefusedExtract } from "#app/features/surveys/publishing/refused-extract.server.ts";
import { agreeToRows, makeExtract } from "#app/features/surveys/publishing/survey-extract.server.ts";
import { ExtractPage } from "#app/features/surveys/publishing/ui/extract-page.tsx";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "survey-tables.extract.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave-answer.read", params: waveParams },
  async ({ actor, params: { waveId }, request }) => {
    return readExtractPage(actor, waveId, making(actor, waveId, request));
  },
);

export const action = guardedAction(
  { may: "wave-answer.read", params: waveParams, form: agreeForm.or(extractForm), reauthenticated: true },
  async ({ actor, params: { waveId }, form, request }) => {
    if (form.verb === "agree") {
      const agreed = await agreeToRows(actor, waveId);
      return agreed.ok ? redirect(paths.surveyExtract(waveId), 303) : refused(agreed.refusal);
    }
    const made = await makeExtract(actor, waveId, form, making(actor, waveId, request));
    if (!made.ok) return refused(made.refusal);
    if (made.value === null) return redirect(paths.surveyExtract(waveId), 303);
    return refused({ kind: "conflict", code: "waves.rows-not-alike" }, { told: { failed: made.value } });
  },
);

const making = (actor: Actor, waveId: WaveId, request: Request) => ({
  isPrinted: isSurveyChosen(actor, waveId),
  locale: localeOf(request),
});

export default function SurveyExtract() {
  const { failed = null } = (useActionData<typeof action>() ?? {}) as { failed?: RefusedExtract };
  return <ExtractPage view={useLoaderData<typeof loader>()} failed={failed} />;
}
