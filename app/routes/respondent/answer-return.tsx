import { refused } from "#app/access/answers.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { returnForm } from "#app/features/surveys/responding/respondent-forms.ts";
import { returnToSurvey } from "#app/features/surveys/responding/survey-commands.server.ts";
import { EndedPage } from "#app/features/surveys/responding/ui/ended-page.tsx";
import { page } from "#app/page-handle.ts";
import { AT_WORK, goOn } from "./going-on.server.ts";

export const handle = page({ title: "answering.return.title", logAs: "answer" });

export const loader = publicFormLoader(async () => ({}));

export const action = publicFormAction({ form: returnForm }, async ({ form, visit }) => {
  if (visit.actor) return refused(AT_WORK);
  const returned = await returnToSurvey(form.code, form.words);
  return returned.ok ? goOn(returned.value) : refused(returned.refusal);
});

export default EndedPage;
