import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { endByTeam } from "#app/features/referrals/referral-commands.server.ts";
import { endKind } from "#app/features/referrals/referral-end.ts";
import { versionForm } from "#app/features/referrals/referral-forms.ts";
import { referralParams } from "#app/features/referrals/referral-params.ts";
import { readCaseReferral } from "#app/features/referrals/referral-queries.server.ts";
import { EndReferralForm } from "#app/features/referrals/ui/end-referral-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader(
  { may: "referral.write", params: referralParams },
  async ({ actor, params, request }) => {
    const { standing, referral } = await readCaseReferral(actor, params, localeOf(request));
    const end = endKind(referral);
    if (!end) throw notFound();
    return { standing, end, id: referral.id, version: referral.version, name: referral.name };
  },
);

export const action = guardedAction(
  { may: "referral.write", params: referralParams, form: versionForm },
  async ({ actor, params, form }) => {
    const ended = await endByTeam(actor, params.caseId, params.referralId, form);
    return ended.ok ? redirect(paths.caseReferrals(params.caseId)) : refused(ended.refusal);
  },
);

export default function CaseReferralEnd() {
  const t = useText();
  const { standing, end, id, version, name } = useLoaderData<typeof loader>();
  const back = paths.caseReferral(standing.row.caseId, id);
  return (
    <CaseFormPage standing={standing} title={t(`referrals.end.${end}.heading`)}>
      <EndReferralForm end={end} version={version} name={name} back={back} />
    </CaseFormPage>
  );
}
