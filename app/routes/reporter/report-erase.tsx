import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { caseParams } from "#app/features/cases/case-params.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import { erasureDates } from "#app/features/cases/retention.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.write", params: caseParams }, async ({ actor, params }) => {
  const own = await findOwnCase(actor, params.caseId);
  if (!own) throw notFound();
  if (own.status !== "withdrawn_by_reporter") throw redirect(paths.report(params.caseId));
  return { caseId: params.caseId, dates: erasureDates(now()) };
});

export const action = guardedAction(
  { may: "report.write", params: caseParams, form: emptyForm },
  async ({ actor, params }) => {
    const erased = await eraseCase(actor, params.caseId);
    return erased.ok ? redirect(paths.reportErased()) : refused(erased.refusal);
  },
);

export default function EraseReport() {
  const t = useText();
  const { date } = useFormats();
  const { caseId, dates } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.report(caseId)}
      title={t("reports.erase.heading")}
      lead={t("reports.erase.lead")}
      button={t("reports.erase.button")}
      look="danger"
    >
      <ul>
        <li>{t("reports.erase.text", { date: date(dates.unreadableFrom) })}</li>
        <li>{t("reports.erase.facts", { date: date(dates.goneFrom) })}</li>
        <li>{t("reports.erase.published")}</li>
        <li>{t("reports.erase.left")}</li>
      </ul>
    </DecisionPage>
  );
}
