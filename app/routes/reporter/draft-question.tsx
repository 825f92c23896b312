import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { answerQuestion } from "#app/features/cases/question-commands.server.ts";
import { addressAfter, questionPage } from "#app/features/cases/question-page.server.ts";
import { draftPageForm, questionParams } from "#app/features/cases/report-params.ts";
import { findDraftWithReaders } from "#app/features/cases/report-queries.server.ts";
import { QuestionPage } from "#app/features/cases/ui/question-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({
  title: "report.page.title",
  comfort: true,
  messages: ["report.date", "report.text", "report.number"],
});

export const loader = guardedLoader(
  { may: "report.write", params: questionParams },
  async ({ actor, params, request }) => {
    const read = await findDraftWithReaders(actor, params.draftId);
    if (!read) throw notFound();
    return { page: questionPage(params.question, read, localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "report.write", params: questionParams, form: draftPageForm },
  async ({ actor, params, form, values }) => {
    const { draftId, question } = params;
    const answered = await answerQuestion(actor, draftId, form.recordVersion, question, values);
    return answered.ok ? redirect(addressAfter({ id: draftId }, answered.value.next)) : refused(answered.refusal);
  },
);

export default function DraftQuestion() {
  return <QuestionPage {...useLoaderData<typeof loader>().page} />;
}
