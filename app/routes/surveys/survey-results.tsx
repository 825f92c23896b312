import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { overviewOf } from "#app/features/surveys/results/overview.ts";
import { resultsPage } from "#app/features/surveys/results/results-page.server.ts";
import { OverviewFigures } from "#app/features/surveys/results/ui/overview.tsx";
import { ResultsPage } from "#app/features/surveys/results/ui/results-page.tsx";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { openHere } from "./open-here.server.ts";

export const handle = page({ title: "survey-results.title", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave-answer.read", params: waveParams },
  async ({ actor, params, url, request }) =>
    resultsPage({ actor, params, url, locale: localeOf(request) }, ({ results, words }) => overviewOf(results, words)),
);

export const action = guardedAction({ may: "wave-answer.read", params: waveParams, form: emptyForm }, openHere);

export default function SurveyResults() {
  const t = useText();
  const { frame, content } = useLoaderData<typeof loader>();
  return (
    <ResultsPage frame={frame} content={content} tab="overview" at={paths.surveyResults(frame.waveId)}>
      {(overview) => (
        <>
          <OverviewFigures overview={overview} />
          <p>
            <a href={paths.surveyExtract(frame.waveId)}>{t("survey-tables.extract.link")}</a>
          </p>
        </>
      )}
    </ResultsPage>
  );
}
