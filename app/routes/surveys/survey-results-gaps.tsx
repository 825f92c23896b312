import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { gapRows } from "#app/features/surveys/results/gap-rows.ts";
import { resultsPage } from "#app/features/surveys/results/results-page.server.ts";
import { Gaps } from "#app/features/surveys/results/ui/gaps.tsx";
import { ResultsPage } from "#app/features/surveys/results/ui/results-page.tsx";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { openHere } from "./open-here.server.ts";

export const handle = page({ title: "survey-results.title", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave-answer.read", params: waveParams },
  async ({ actor, params, url, request }) =>
    resultsPage({ actor, params, url, locale: localeOf(request) }, ({ sample, words }) => gapRows(sample, words)),
);

export const action = guardedAction({ may: "wave-answer.read", params: waveParams, form: emptyForm }, openHere);

export default function SurveyResultsGaps() {
  const { frame, content } = useLoaderData<typeof loader>();
  return (
    <ResultsPage frame={frame} content={content} tab="gaps" at={paths.surveyResultsGaps(frame.waveId)}>
      {(rows) => <Gaps rows={rows} />}
    </ResultsPage>
  );
}
