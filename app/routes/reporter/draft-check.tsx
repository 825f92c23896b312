import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { sendByReceipt } from "#app/features/cases/receipts/receipt-sending.server.ts";
import { checkPage } from "#app/features/cases/reporting/check-page.server.ts";
import { draftPageForm, draftParams } from "#app/features/cases/reporting/report-params.ts";
import { findDraftWithReaders } from "#app/features/cases/reporting/report-queries.server.ts";
import { CheckPage } from "#app/features/cases/reporting/ui/check-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader(
  { may: "report.write", params: draftParams },
  async ({ actor, params, request }) => {
    const read = await findDraftWithReaders(actor, params.draftId);
    if (!read) throw notFound();
    return { check: checkPage(read, localeOf(request), now()), now: now().toISOString() };
  },
);

export const action = guardedAction(
  { may: "report.write", params: draftParams, form: draftPageForm },
  async ({ actor, session, params, form, request }) => {
    const how = { version: form.recordVersion, language: localeOf(request) };
    const sent = await sendByReceipt(actor, session, params.draftId, how);
    if (!sent.ok) return refused(sent.refusal);
    // Words that were made with the sending are shown first of all.
    return redirect(actor.role === "receipt" ? paths.receiptWords() : paths.reportSent(sent.value.caseId));
  },
);

export default function DraftCheck() {
  const { check, now } = useLoaderData<typeof loader>();
  return <CheckPage data={check} now={now} />;
}
