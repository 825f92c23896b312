import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { beginSurveyByLink } from "#app/features/surveys/responding/survey-commands.server.ts";
import { LinkPage } from "#app/features/surveys/responding/ui/link-page.tsx";
import { findWaveByLink } from "#app/features/surveys/waves/respondent-wave.server.ts";
import { allows } from "#app/features/surveys/waves/wave-standing.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { AT_WORK, goOn } from "./going-on.server.ts";

export const handle = page({ title: "answering.title", form: false, logAs: "answer" });

export const loader = publicFormLoader(async ({ params, visit }) => {
  const wave = await findWaveByLink(params.code ?? "");
  return { isOpen: wave !== null && allows(wave.state, "answer"), isAtWork: visit.actor !== null };
});

/** A code of one's own is made here and not before: whoever only looks leaves nothing. */
export const action = publicFormAction({ form: emptyForm }, async ({ params, visit }) => {
  if (visit.actor) return refused(AT_WORK);
  const begun = await beginSurveyByLink(params.code ?? "");
  return begun.ok ? goOn(begun.value) : refused(begun.refusal);
});

export default function AnswerLink() {
  return <LinkPage {...useLoaderData<typeof loader>()} />;
}
