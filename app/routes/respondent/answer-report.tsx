import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { sessionCookie } from "#app/access/cookie.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { becomeVisitor } from "#app/access/visit.server.ts";
import { carriedReport, offersOf } from "#app/features/carry-over/carried-answers.ts";
import { carryForm, chosenIn } from "#app/features/carry-over/carry-form.ts";
import { carryPage } from "#app/features/carry-over/carry-page.server.ts";
import { CarryPage } from "#app/features/carry-over/ui/carry-page.tsx";
import { beginReportTo } from "#app/features/cases/receipts/receipt-commands.server.ts";
import { UNSENT_KEPT_WEEKS } from "#app/features/cases/receipts/receipt-expiry.ts";
import { findTeamWithLink } from "#app/features/cases/receipts/report-links.server.ts";
import { dropUnreachable } from "#app/features/surveys/answering/dropping.ts";
import { type OpenSurvey, openSurvey } from "#app/features/surveys/responding/open-survey.server.ts";
import { checkPage } from "#app/features/surveys/responding/survey-pages.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { AT_WORK } from "./going-on.server.ts";

export const handle = page({ title: "answering.report.heading", form: false, logAs: "answer" });

export const loader = publicFormLoader(async ({ session, request }) => {
  const survey = await openSurvey(session);
  if (!survey?.isSent) throw redirect(survey ? paths.answerCheck() : paths.answerReturn());
  const locale = localeOf(request);
  const team = await findTeamWithLink(survey.wave.teamId);
  const offered = carryPage(offersIn(survey), checkPage(survey, locale).pages, locale);
  return { ...offered, team: team?.label ?? null, weeks: UNSENT_KEPT_WEEKS };
});

/**
 * An ordinary report begins, in a session that takes the place of the survey's: nothing of code, words or answers goes
 * with it but what was chosen, and nothing is written that says where it came from.
 */
export const action = publicFormAction({ form: carryForm }, async ({ session, form, visit, context }) => {
  if (visit.actor) return refused(AT_WORK);
  const survey = await openSurvey(session);
  if (!survey?.isSent) return redirect(survey ? paths.answerCheck() : paths.answerReturn());
  const offers = offersIn(survey);
  const begun = await beginReportTo(session, survey.wave.teamId, carriedReport(offers, chosenIn(offers, form)));
  if (!begun.ok) return refused(begun.refusal);
  await becomeVisitor(begun.value.session, context);
  const headers = { "Set-Cookie": sessionCookie(begun.value.session.token) };
  return redirect(paths.draft(begun.value.draftId), { headers });
});

const offersIn = ({ instrument, answers }: OpenSurvey) => offersOf(dropUnreachable(instrument, answers).answers);

export default function AnswerReport() {
  return <CarryPage {...useLoaderData<typeof loader>()} />;
}
