import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { readOwnReferrals } from "#app/features/referrals/referral-queries.server.ts";
import { OwnReferralsPage } from "#app/features/referrals/ui/own-referrals-page.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "own-referral.read", params: caseParams }, ({ actor, params }) =>
  readOwnReferrals(actor, params.caseId),
);

export default function ReportReferrals() {
  return <OwnReferralsPage {...useLoaderData<typeof loader>()} />;
}
