import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { takeForm } from "#app/features/referrals/referral-forms.ts";
import { referralParams } from "#app/features/referrals/referral-params.ts";
import { readCaseReferral } from "#app/features/referrals/referral-queries.server.ts";
import { takeOut } from "#app/features/referrals/taking-out.server.ts";
import { TakeForm } from "#app/features/referrals/ui/take-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader(
  { may: "referral.write", params: referralParams },
  async ({ actor, params, request }) => {
    const { standing, referral } = await readCaseReferral(actor, params, localeOf(request));
    return { standing, referral };
  },
);

/** What leaves the house leaves by somebody who has just shown who they are. */
export const action = guardedAction(
  { may: "referral.write", params: referralParams, form: takeForm, reauthenticated: true },
  async ({ actor, params, form, context }) => {
    const { caseId, referralId: id } = params;
    const taken = await takeOut(actor, { caseId, id, ...form }, context);
    return taken.ok ? taken.value : refused(taken.refusal);
  },
);

export default function CaseReferralTake() {
  const t = useText();
  const { standing, referral } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("referrals.take.heading")}>
      <TakeForm referral={referral} />
    </CaseFormPage>
  );
}
