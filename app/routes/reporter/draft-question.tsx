import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { type FormValues, withoutSecrets } from "#app/access/form-body.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { answerQuestion } from "#app/features/cases/reporting/question-commands.server.ts";
import { addressAfter, questionPage } from "#app/features/cases/reporting/question-page.server.ts";
import { draftPageForm, questionParams } from "#app/features/cases/reporting/report-params.ts";
import { findDraftWithReaders } from "#app/features/cases/reporting/report-queries.server.ts";
import { GonePage } from "#app/features/cases/reporting/ui/gone-page.tsx";
import { QuestionPage } from "#app/features/cases/reporting/ui/question-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({
  title: "report.page.title",
  comfort: true,
  messages: ["report.date", "report.text", "report.number", "report.page.number"],
});

export const loader = guardedLoader(
  { may: "report.write", params: questionParams },
  async ({ actor, params, request }) => {
    const read = await findDraftWithReaders(actor, params.draftId);
    // A form that came too late has its own answer, which gives back what was typed.
    if (!read && !request.headers.has("Content-Type")) throw notFound();
    return { page: read && questionPage(params.question, read, localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "report.write", params: questionParams, form: draftPageForm },
  async ({ actor, params, form, values }) => {
    const { draftId, question } = params;
    const answered = await answerQuestion(actor, draftId, form.recordVersion, question, values);
    if (answered.ok) return redirect(addressAfter({ id: draftId }, answered.value.next));
    return answered.refusal.kind === "not-found" ? draftGone(values) : refused(answered.refusal);
  },
);

/** Sent or thrown away meanwhile: answered like what is not there, but nobody's text is lost over it. */
function draftGone(values: FormValues): Response {
  const refusal: Refusal = { kind: "conflict", code: "report.gone" };
  return Response.json({ refusal, values: withoutSecrets(values) }, { status: 404 });
}

export default function DraftQuestion() {
  const { page } = useLoaderData<typeof loader>();
  return page ? <QuestionPage {...page} /> : <GonePage />;
}
