import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { ListedReferral } from "#app/features/referrals/referral-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { ReferralsTable } from "./referrals-table.tsx";

interface CaseReferralsProps {
  readonly caseId: string;
  readonly referrals: readonly ListedReferral[];
  readonly mayAdd: boolean;
  readonly isImport: boolean;
  /** whether they may put what several reporters have agreed to into one paper for a State */
  readonly mayNote: boolean;
}

/** The team's list of what was handed on of a case. */
export function CaseReferrals({ caseId, referrals, mayAdd, isImport, mayNote }: CaseReferralsProps) {
  const t = useText();
  return (
    <>
      <p>{t("referrals.lead")}</p>
      {referrals.length > 0 ? (
        <ReferralsTable caseId={caseId} referrals={referrals} side="team" />
      ) : (
        <EmptyState title={t("referrals.none.title")}>
          <p>{t(isImport ? "referrals.objection.nobody" : "referrals.none.team")}</p>
        </EmptyState>
      )}
      {mayAdd && (
        <ButtonRow>
          <ButtonLink href={paths.caseReferralNew(caseId)}>{t("referrals.new.link")}</ButtonLink>
        </ButtonRow>
      )}
      {mayNote && (
        <p>
          <a href={paths.stateNotes()}>{t("state-notes.heading")}</a>
        </p>
      )}
    </>
  );
}
