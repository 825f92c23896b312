import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { ASKED_FIELD } from "#app/features/surveys/answering/field-names.ts";
import { pageAfter, routed } from "#app/features/surveys/instruments/routing.ts";
import { type OpenSurvey, openSurvey } from "#app/features/surveys/responding/open-survey.server.ts";
import { pageForm } from "#app/features/surveys/responding/respondent-forms.ts";
import { keepPage, keepReadable } from "#app/features/surveys/responding/survey-commands.server.ts";
import { questionPage } from "#app/features/surveys/responding/survey-pages.server.ts";
import { EndedPage } from "#app/features/surveys/responding/ui/ended-page.tsx";
import { QuestionPage } from "#app/features/surveys/responding/ui/question-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { AT_WORK, ENDED, goOn, reopened } from "./going-on.server.ts";

export const handle = page({ title: "answering.title", logAs: "answer" });

/** Says that a page comes again with further questions; what was answered stays out of addresses. */
const MORE = "?more";

export const loader = publicFormLoader(async ({ session, params, request, url }) => {
  const survey = await openSurvey(session);
  if (!survey) return { asked: null, isFresh: false };
  const asked = survey.takesAnswers ? questionPage(survey, params.page ?? "", localeOf(request)) : null;
  if (!asked) throw redirect(paths.answerCheck());
  return { asked, isFresh: url.search === MORE };
});

export const action = publicFormAction(
  { form: pageForm, ended: ENDED },
  async ({ session, params, form, values, visit }) => {
    if (visit.actor) return refused(AT_WORK);
    const name = params.page ?? "";
    const open = await openSurvey(session);
    if (open) {
      const kept = await keepPage(open, name, values);
      return kept.ok ? redirect(nextPage(open, name, kept.value)) : refused(kept.refusal);
    }
    const again = await reopened(form);
    if (!again.ok) return refused(again.refusal);
    const { session: begun, survey } = again.value;
    if (!survey || !Object.hasOwn(values, ASKED_FIELD)) return goOn(begun);
    const kept = await keepReadable(survey, name, values);
    const isWhole = kept.ok && kept.value.errors.length === 0;
    return goOn(begun, isWhole ? nextPage(survey, name, kept.value) : paths.answerPage(name));
  },
);

function nextPage(
  { instrument }: OpenSurvey,
  name: string,
  { answers, fresh }: { answers: OpenSurvey["answers"]; fresh: readonly string[] },
): string {
  if (fresh.length > 0) return `${paths.answerPage(name)}${MORE}`;
  const next = pageAfter(routed(instrument, answers), name);
  return next ? paths.answerPage(next.page.name) : paths.answerCheck();
}

export default function AnswerPage() {
  const { asked, isFresh } = useLoaderData<typeof loader>();
  return asked ? <QuestionPage asked={asked} isFresh={isFresh} /> : <EndedPage />;
}
