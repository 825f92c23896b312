import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { discardDraft } from "#app/features/cases/reporting/draft-commands.server.ts";
import { draftParams } from "#app/features/cases/reporting/report-params.ts";
import { findOwnDraft } from "#app/features/cases/reporting/report-queries.server.ts";
import { useReporterText } from "#app/features/cases/reporting/ui/use-reporter-text.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { leave } from "#app/leave.server.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.write", params: draftParams }, async ({ actor, params }) => {
  const draft = await findOwnDraft(actor, params.draftId);
  if (!draft) throw notFound();
  return { draftId: draft.id };
});

export const action = guardedAction(
  { may: "report.write", params: draftParams, form: emptyForm },
  async ({ actor, session, params }) => {
    const discarded = await discardDraft(actor, params.draftId);
    if (!discarded.ok) return refused(discarded.refusal);
    return actor.role === "receipt" ? leave(session, paths.home()) : redirect(paths.reports());
  },
);

export default function DiscardDraft() {
  const t = useText();
  const said = useReporterText();
  const { draftId } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.draft(draftId)}
      title={t("reports.discard.heading")}
      lead={said("reports.discard.lead")}
      button={t("reports.discard.button")}
      look="danger"
    />
  );
}
