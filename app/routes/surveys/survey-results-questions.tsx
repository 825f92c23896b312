import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { codedTexts } from "#app/features/surveys/coding/coding-pages.server.ts";
import { pageResults, pagesWithResults } from "#app/features/surveys/results/question-results.ts";
import { resultPageParams } from "#app/features/surveys/results/result-params.ts";
import { resultsPage } from "#app/features/surveys/results/results-page.server.ts";
import { Questions } from "#app/features/surveys/results/ui/questions.tsx";
import { ResultsPage } from "#app/features/surveys/results/ui/results-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { openHere } from "./open-here.server.ts";

export const handle = page({ title: "survey-results.title", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave-answer.read", params: resultPageParams },
  async ({ actor, params, url, request }) => {
    const shown = await resultsPage({ actor, params, url, locale: localeOf(request) }, async ({ sample, words }) => {
      if (!pagesWithResults(sample.instrument).some(({ name }) => name === params.page)) throw notFound();
      return pageResults(sample, params.page, words, await codedTexts(actor, params.waveId));
    });
    return { ...shown, page: params.page };
  },
);

export const action = guardedAction({ may: "wave-answer.read", params: resultPageParams, form: emptyForm }, openHere);

export default function SurveyResultsQuestions() {
  const { frame, content, page: shown } = useLoaderData<typeof loader>();
  return (
    <ResultsPage frame={frame} content={content} tab="questions" at={paths.surveyResultsPage(frame.waveId, shown)}>
      {(results) => <Questions frame={frame} page={shown} results={results} />}
    </ResultsPage>
  );
}
