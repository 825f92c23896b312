import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { maskDraft } from "#app/features/cases/reporting/draft-commands.server.ts";
import { draftPageForm, draftParams } from "#app/features/cases/reporting/report-params.ts";
import { findOwnDraft } from "#app/features/cases/reporting/report-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.write", params: draftParams }, async ({ actor, params }) => {
  const draft = await findOwnDraft(actor, params.draftId);
  if (!draft) throw notFound();
  return { draftId: draft.id, version: draft.version };
});

export const action = guardedAction(
  { may: "report.write", params: draftParams, form: draftPageForm },
  async ({ actor, params, form }) => {
    const masked = await maskDraft(actor, params.draftId, form.recordVersion);
    return masked.ok ? redirect(paths.draftCheck(params.draftId)) : refused(masked.refusal);
  },
);

export default function MaskDraft() {
  const t = useText();
  const { draftId, version } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.draftCheck(draftId)}
      title={t("report.page.number.title")}
      lead={t("report.page.number.why")}
      button={t("report.page.number.mask-all")}
    >
      <input type="hidden" name="recordVersion" value={version} />
    </DecisionPage>
  );
}
