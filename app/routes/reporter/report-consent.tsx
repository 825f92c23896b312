import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { isWithdrawal } from "#app/features/cases/consent.ts";
import { consentChangeForm } from "#app/features/cases/reporting/own-case-forms.ts";
import { changeableCase } from "#app/features/cases/reporting/own-case-page.server.ts";
import { changeConsent, inTurn } from "#app/features/cases/reporting/report-commands.server.ts";
import { ConsentPage } from "#app/features/cases/reporting/ui/consent-page.tsx";
import { referralsFollow } from "#app/features/referrals/consent-follows.server.ts";
import { storiesFollow } from "#app/features/stories/consent-follows.server.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.write", params: caseParams }, async ({ actor, params }) =>
  changeableCase(actor, params.caseId),
);

export const action = guardedAction(
  { may: "report.write", params: caseParams, form: consentChangeForm },
  async ({ actor, params, form }) => {
    // To agree to nothing is to withdraw; that is asked once more, on its own page.
    if (isWithdrawal(form.consent)) return redirect(paths.reportWithdraw(params.caseId));
    const after = inTurn(referralsFollow(params.caseId), storiesFollow(params.caseId));
    const changed = await changeConsent(actor, params.caseId, form, after);
    return changed.ok ? redirect(paths.report(params.caseId)) : refused(changed.refusal);
  },
);

export default function ReportConsent() {
  return <ConsentPage {...useLoaderData<typeof loader>()} />;
}
