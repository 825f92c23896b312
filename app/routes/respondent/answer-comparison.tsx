import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { openSurvey } from "#app/features/surveys/responding/open-survey.server.ts";
import { type ComparisonForm, comparisonForm } from "#app/features/surveys/responding/respondent-forms.ts";
import { keepComparison } from "#app/features/surveys/responding/survey-commands.server.ts";
import { ComparisonPage } from "#app/features/surveys/responding/ui/comparison-page.tsx";
import { EndedPage } from "#app/features/surveys/responding/ui/ended-page.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { AT_WORK, ENDED, goOn, reopened } from "./going-on.server.ts";

export const handle = page({ title: "answering.compare.heading", logAs: "answer" });

export const loader = publicFormLoader(async ({ session }) => {
  const survey = await openSurvey(session);
  if (!survey) return { open: null };
  const { panel, takesAnswers } = survey;
  if (!panel && !takesAnswers) throw redirect(paths.answerCheck());
  return { open: { words: panel?.words.split(" ") ?? null, takesAnswers } };
});

export const action = publicFormAction({ form: comparisonForm, ended: ENDED }, async ({ session, form, visit }) => {
  if (visit.actor) return refused(AT_WORK);
  const open = await openSurvey(session);
  if (open) {
    const kept = await keepComparison(open, form);
    return kept.ok ? redirect(nextOf(form)) : refused(kept.refusal);
  }
  const again = await reopened(form);
  if (!again.ok) return refused(again.refusal);
  const { session: begun, survey } = again.value;
  const kept = survey && (await keepComparison(survey, form));
  return goOn(begun, kept?.ok ? nextOf(form) : paths.answerComparison());
});

/** New words are shown, to be written down; everything else is done. */
const nextOf = ({ compare }: ComparisonForm): string =>
  compare === "new" ? paths.answerComparison() : paths.answerCheck();

export default function AnswerComparison() {
  const { open } = useLoaderData<typeof loader>();
  return open ? <ComparisonPage {...open} /> : <EndedPage />;
}
