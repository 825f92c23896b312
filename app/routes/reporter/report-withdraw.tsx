import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { caseParams } from "#app/features/cases/case-params.ts";
import { changeableCase } from "#app/features/cases/reporting/own-case-page.server.ts";
import { inTurn, withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { referralsFollow } from "#app/features/referrals/consent-follows.server.ts";
import { storiesFollow } from "#app/features/stories/consent-follows.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.write", params: caseParams }, async ({ actor, params }) =>
  changeableCase(actor, params.caseId),
);

export const action = guardedAction(
  { may: "report.write", params: caseParams, form: emptyForm },
  async ({ actor, params }) => {
    const withdrawn = await withdrawCase(
      actor,
      params.caseId,
      inTurn(referralsFollow(params.caseId), storiesFollow(params.caseId)),
    );
    return withdrawn.ok ? redirect(paths.report(params.caseId)) : refused(withdrawn.refusal);
  },
);

export default function WithdrawReport() {
  const t = useText();
  const { caseId } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.report(caseId)}
      title={t("reports.withdraw.heading")}
      lead={t("reports.withdraw.lead")}
      button={t("reports.withdraw.button")}
      look="danger"
    >
      <ul>
        <li>{t("reports.withdraw.help")}</li>
        <li>{t("reports.withdraw.published")}</li>
        <li>{t("reports.withdraw.referrals")}</li>
        <li>{t("reports.withdraw.stories")}</li>
        <li>{t("reports.withdraw.kept")}</li>
      </ul>
    </DecisionPage>
  );
}
