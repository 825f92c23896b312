import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { decisionForm } from "#app/features/referrals/referral-forms.ts";
import { referralParams } from "#app/features/referrals/referral-params.ts";
import { readOwnReferral } from "#app/features/referrals/referral-queries.server.ts";
import { decideReferral } from "#app/features/referrals/reporter-commands.server.ts";
import { OwnReferralPage } from "#app/features/referrals/ui/own-referral-page.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "own-referral.read", params: referralParams }, ({ actor, params }) =>
  readOwnReferral(actor, params.caseId, params.referralId),
);

export const action = guardedAction(
  { may: "own-referral.decide", params: referralParams, form: decisionForm },
  async ({ actor, params, form }) => {
    const { caseId, referralId } = params;
    const decided = await decideReferral(actor, caseId, referralId, form);
    return decided.ok ? redirect(paths.reportReferral(caseId, referralId)) : refused(decided.refusal);
  },
);

export default function ReportReferral() {
  return <OwnReferralPage {...useLoaderData<typeof loader>()} />;
}
