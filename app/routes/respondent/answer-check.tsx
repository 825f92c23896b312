import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { openSurvey } from "#app/features/surveys/responding/open-survey.server.ts";
import { sendSurvey } from "#app/features/surveys/responding/survey-commands.server.ts";
import { checkPage } from "#app/features/surveys/responding/survey-pages.server.ts";
import { CheckPage } from "#app/features/surveys/responding/ui/check-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "answering.check.heading", form: false, logAs: "answer" });

export const loader = publicFormLoader(async ({ session, request }) => {
  const survey = await openSurvey(session);
  if (!survey) throw redirect(paths.answerReturn());
  const { isSent, takesAnswers, wave, panel } = survey;
  const checked = checkPage(survey, localeOf(request));
  return { checked, isSent, takesAnswers, mayCompare: panel !== null, closesOn: wave.facts.closesOn };
});

export const action = publicFormAction({ form: emptyForm }, async ({ session, request }) => {
  const survey = await openSurvey(session);
  if (!survey) return redirect(paths.answerReturn());
  const sent = await sendSurvey(survey, localeOf(request));
  return sent.ok ? redirect(paths.answerSent(), 303) : refused(sent.refusal);
});

export default function AnswerCheck() {
  return <CheckPage {...useLoaderData<typeof loader>()} />;
}
