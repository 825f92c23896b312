import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { codeForm } from "#app/features/surveys/responding/respondent-forms.ts";
import { beginSurvey } from "#app/features/surveys/responding/survey-commands.server.ts";
import { CodePage } from "#app/features/surveys/responding/ui/code-page.tsx";
import { page } from "#app/page-handle.ts";
import { AT_WORK, goOn } from "./going-on.server.ts";

export const handle = page({ title: "answering.title", logAs: "answer" });

export const loader = publicFormLoader(async ({ visit }) => ({ isAtWork: visit.actor !== null }));

export const action = publicFormAction({ form: codeForm }, async ({ form, visit }) => {
  if (visit.actor) return refused(AT_WORK);
  const begun = await beginSurvey(form.code);
  return begun.ok ? goOn(begun.value) : refused(begun.refusal);
});

export default function Answer() {
  return <CodePage {...useLoaderData<typeof loader>()} />;
}
