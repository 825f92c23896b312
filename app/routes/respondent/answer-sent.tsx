import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicFormLoader } from "#app/access/public-door.server.ts";
import { languageFor, wordsIn } from "#app/features/surveys/instruments/words.ts";
import { openSurvey } from "#app/features/surveys/responding/open-survey.server.ts";
import { SentPage } from "#app/features/surveys/responding/ui/sent-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "answering.sent.heading", logAs: "answer" });

export const loader = publicFormLoader(async ({ session, request }) => {
  const survey = await openSurvey(session);
  if (!survey?.isSent || survey.receipt === null) throw redirect(survey ? paths.answerCheck() : paths.answerReturn());
  const { instrument, receipt, wave } = survey;
  const thanks = wordsIn(instrument.thanks, languageFor(localeOf(request), instrument.languages));
  return { thanks, receipt, closesOn: wave.facts.closesOn };
});

export default function AnswerSent() {
  return <SentPage {...useLoaderData<typeof loader>()} />;
}
