import { Card } from "#app/design-system/content/card.tsx";
import type { WorkCasePageData } from "#app/features/cases/casework/work-case-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { InstitutionCard } from "./institution-card.tsx";
import { OverComplianceCard } from "./over-compliance-card.tsx";

/** Beside the case: what the rules suggest, what was judged, and whether it counts in figures. */
export function CaseJudgementCards({ data }: { readonly data: WorkCasePageData }) {
  const t = useText();
  const { suggestion, row, eligibility, notCounted } = data;
  const isChosen = suggestion.urgency.code === row.judgement.urgency?.code;
  return (
    <>
      <Card title={t("casework.urgency.suggested")}>
        <p>
          <b>{suggestion.urgency.label}</b>
          <br />
          {t(`cases.urgencyRule.${suggestion.rule}`)}
        </p>
        {row.judgement.urgency && (
          <p className="note">
            {isChosen
              ? t("casework.urgency.as-chosen")
              : t("casework.urgency.other-chosen", { chosen: row.judgement.urgency.label })}
          </p>
        )}
      </Card>
      <InstitutionCard data={data} />
      <OverComplianceCard words={data.overCompliance} />
      <Card title={t("casework.eligibility.title")}>
        <p>
          <b>{t(notCounted.length === 0 ? "casework.eligibility.counts" : "casework.eligibility.counts-not")}</b>
        </p>
        {notCounted.length > 0 && (
          <ul>
            {notCounted.map((reason) => (
              <li key={reason}>{t(`cases.notCounted.${reason}`)}</li>
            ))}
          </ul>
        )}
        <p className="note">{t("casework.eligibility.judged", { judged: t(`cases.eligibility.${eligibility}`) })}</p>
      </Card>
    </>
  );
}
