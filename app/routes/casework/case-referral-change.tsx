import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { changeReferralForm } from "#app/features/referrals/referral-forms.ts";
import { referralParams } from "#app/features/referrals/referral-params.ts";
import { changeReferral } from "#app/features/referrals/referral-preparing.server.ts";
import { readPreparedReferral } from "#app/features/referrals/referral-queries.server.ts";
import { ReferralForm } from "#app/features/referrals/ui/referral-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "referral.write", params: referralParams }, ({ actor, params, request }) =>
  readPreparedReferral(actor, params, localeOf(request)),
);

export const action = guardedAction(
  { may: "referral.write", params: referralParams, form: changeReferralForm },
  async ({ actor, params, form }) => {
    const { caseId, referralId } = params;
    const changed = await changeReferral(actor, caseId, referralId, form);
    return changed.ok ? redirect(paths.caseReferral(caseId, referralId)) : refused(changed.refusal);
  },
);

export default function CaseReferralChange() {
  const t = useText();
  const { standing, choices, version, values } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("referrals.change.heading")}>
      <ReferralForm choices={choices} version={version} values={values} />
    </CaseFormPage>
  );
}
