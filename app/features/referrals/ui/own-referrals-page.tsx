import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ListedReferral } from "#app/features/referrals/referral-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { ReferralsTable } from "./referrals-table.tsx";

interface OwnReferralsPageProps {
  readonly caseId: string;
  readonly reference: string;
  readonly referrals: readonly ListedReferral[];
}

/** What was handed on of a report, for whose it is. */
export function OwnReferralsPage({ caseId, reference, referrals }: OwnReferralsPageProps) {
  const t = useText();
  return (
    <Page back={paths.report(caseId)} width="page" caption={<bdi>{reference}</bdi>}>
      <Heading>{t("referrals.heading")}</Heading>
      <Lead>{t("referrals.reporter.lead")}</Lead>
      {referrals.length > 0 ? (
        <ReferralsTable caseId={caseId} referrals={referrals} side="reporter" />
      ) : (
        <EmptyState title={t("referrals.none.title")}>
          <p>{t("referrals.none.reporter")}</p>
        </EmptyState>
      )}
    </Page>
  );
}
