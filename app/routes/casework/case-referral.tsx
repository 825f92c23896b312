import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { releaseReferral } from "#app/features/referrals/referral-commands.server.ts";
import { versionForm } from "#app/features/referrals/referral-forms.ts";
import { referralParams } from "#app/features/referrals/referral-params.ts";
import { readCaseReferral } from "#app/features/referrals/referral-queries.server.ts";
import { TeamReferral } from "#app/features/referrals/ui/team-referral.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader(
  { may: "referral.read", params: referralParams },
  async ({ actor, params, request }) => ({ data: await readCaseReferral(actor, params, localeOf(request)) }),
);

/** The preview was right: from here on nothing of it changes. */
export const action = guardedAction(
  { may: "referral.write", params: referralParams, form: versionForm },
  async ({ actor, params, form }) => {
    const { caseId, referralId } = params;
    const released = await releaseReferral(actor, caseId, referralId, form);
    return released.ok ? redirect(paths.caseReferral(caseId, referralId)) : refused(released.refusal);
  },
);

export default function CaseReferral() {
  const t = useText();
  const { data } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={data.standing} title={t("referrals.one")} width="page">
      <TeamReferral data={data} />
    </CaseFormPage>
  );
}
