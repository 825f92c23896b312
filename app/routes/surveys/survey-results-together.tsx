import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { crossChoices, crossNames, crossResult } from "#app/features/surveys/results/cross-results.ts";
import { resultsPage } from "#app/features/surveys/results/results-page.server.ts";
import { ResultsPage } from "#app/features/surveys/results/ui/results-page.tsx";
import { CROSS_FIELDS, Together } from "#app/features/surveys/results/ui/together.tsx";
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
    resultsPage({ actor, params, url, locale: localeOf(request) }, ({ sample, words, query }) => {
      const names = crossNames(
        sample,
        CROSS_FIELDS.map((field) => query.get(field)),
      );
      return { names, choices: crossChoices(sample, words), result: crossResult(sample, names, words) };
    }),
);

export const action = guardedAction({ may: "wave-answer.read", params: waveParams, form: emptyForm }, openHere);

export default function SurveyResultsTogether() {
  const { frame, content } = useLoaderData<typeof loader>();
  const kept = Object.fromEntries((content?.names ?? []).map((name, place) => [CROSS_FIELDS[place], name]));
  return (
    <ResultsPage
      frame={frame}
      content={content}
      tab="together"
      at={paths.surveyResultsTogether(frame.waveId)}
      kept={kept}
    >
      {(together) => <Together {...together} choice={frame.choice} />}
    </ResultsPage>
  );
}
