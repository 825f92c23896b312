import { Fold } from "#app/design-system/content/fold.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { WorkCasePageData } from "#app/features/cases/casework/work-case-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** What is done with most cases stands open; on a small screen the rest would push the tasks out of sight. */
export function NextSteps({ data: { row, may } }: { readonly data: WorkCasePageData }) {
  const t = useText();
  const { caseId, lead } = row;
  const assign = may.assign && <Step href={paths.caseAssign(caseId)}>{t("casework.assign.link")}</Step>;
  const hasMore = may.bind || may.wall || (may.assign && lead !== null);
  return (
    <>
      <ButtonRow>
        {may.move && <ButtonLink href={paths.caseStatus(caseId)}>{t("casework.status.link")}</ButtonLink>}
        {may.triage && (
          <>
            <Step href={paths.caseUrgency(caseId)}>{t("casework.urgency.link")}</Step>
            <Step href={paths.caseAssessment(caseId)}>{t("casework.assessment.link")}</Step>
          </>
        )}
        {lead === null && assign}
      </ButtonRow>
      {hasMore && (
        <Fold label={t("casework.case.more-steps")}>
          <ButtonRow>
            {lead !== null && assign}
            {may.bind && <Step href={paths.caseBind(caseId)}>{t("receipt.bind.link")}</Step>}
            {may.wall && <Step href={paths.caseWall(caseId)}>{t("casework.wall.link")}</Step>}
          </ButtonRow>
        </Fold>
      )}
    </>
  );
}

function Step({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <ButtonLink href={href} look="secondary">
      {children}
    </ButtonLink>
  );
}
