import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { referralForm } from "#app/features/referrals/referral-forms.ts";
import { prepareReferral } from "#app/features/referrals/referral-preparing.server.ts";
import { readReferralForm } from "#app/features/referrals/referral-queries.server.ts";
import { ReferralForm } from "#app/features/referrals/ui/referral-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "referral.write", params: caseParams }, ({ actor, params, request }) =>
  readReferralForm(actor, params.caseId, localeOf(request)),
);

export const action = guardedAction(
  { may: "referral.write", params: caseParams, form: referralForm },
  async ({ actor, params, form }) => {
    const prepared = await prepareReferral(actor, params.caseId, form);
    return prepared.ok
      ? redirect(paths.caseReferral(params.caseId, prepared.value.referralId))
      : refused(prepared.refusal);
  },
);

export default function CaseReferralNew() {
  const t = useText();
  const { standing, choices } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("referrals.new.heading")}>
      <ReferralForm choices={choices} />
    </CaseFormPage>
  );
}
