import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { clearShelf } from "#app/access/shelf.server.ts";
import { openSurvey } from "#app/features/surveys/responding/open-survey.server.ts";
import { aboutSurvey } from "#app/features/surveys/responding/survey-pages.server.ts";
import { wordsToShow } from "#app/features/surveys/responding/survey-session.server.ts";
import { WordsPage } from "#app/features/surveys/responding/ui/words-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { whereItStands } from "./going-on.server.ts";

export const handle = page({ title: "answering.title", form: false, logAs: "answer" });

export const loader = publicFormLoader(async ({ session, request, url }) => {
  const survey = await openSurvey(session);
  if (!survey) throw redirect(paths.answerReturn());
  const words = wordsToShow(session);
  if (!words) throw redirect(whereItStands(survey));
  const about = aboutSurvey(survey, localeOf(request));
  return { about, code: survey.ticket.code, words: words.split(" "), origin: url.origin };
});

/** Written down: from here on only the paper knows them. */
export const action = publicFormAction({ form: emptyForm }, async ({ session }) => {
  const survey = await openSurvey(session);
  if (!survey) return redirect(paths.answerReturn());
  await clearShelf(session, "survey-words");
  return redirect(whereItStands(survey));
});

export default function AnswerWords() {
  return <WordsPage {...useLoaderData<typeof loader>()} />;
}
