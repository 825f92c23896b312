import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { listSurveyBenchmarks } from "#app/features/registers/survey-benchmark-queries.server.ts";
import { indicatorResults } from "#app/features/surveys/results/indicator-results.ts";
import { resultsPage } from "#app/features/surveys/results/results-page.server.ts";
import { Indicators } from "#app/features/surveys/results/ui/indicators.tsx";
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
    resultsPage({ actor, params, url, locale: localeOf(request) }, async ({ sample, words }) =>
      indicatorResults(sample, words, await listSurveyBenchmarks(actor)),
    ),
);

export const action = guardedAction({ may: "wave-answer.read", params: waveParams, form: emptyForm }, openHere);

export default function SurveyResultsIndicators() {
  const { frame, content } = useLoaderData<typeof loader>();
  return (
    <ResultsPage frame={frame} content={content} tab="indicators" at={paths.surveyResultsIndicators(frame.waveId)}>
      {(indicators) => <Indicators indicators={indicators} />}
    </ResultsPage>
  );
}
