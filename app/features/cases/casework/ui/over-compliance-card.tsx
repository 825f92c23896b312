import { Card } from "#app/design-system/content/card.tsx";
import type { OverComplianceWords } from "#app/features/cases/casework/work-case-page.ts";
import { useText } from "#app/i18n/text-context.tsx";

export const OVER_COMPLIANCE_QUESTIONS = ["institutionBound", "affectedListed", "dealingLicensed"] as const;

/** The three questions with their answers, what these suggest, and beside it what somebody has decided. */
export function OverComplianceCard({ words: { answer, test, suggested } }: { readonly words: OverComplianceWords }) {
  const t = useText();
  return (
    <Card title={t("cases.overCompliance.title")}>
      <p>
        <b>{answer ? t(`cases.overCompliance.answer.${answer}`) : t("casework.not-said")}</b>
      </p>
      {suggested && (
        <p className="note">
          {t("casework.assessment.suggested", { answer: t(`cases.overCompliance.answer.${suggested}`) })}
        </p>
      )}
      <dl className="note">
        {OVER_COMPLIANCE_QUESTIONS.map((question) => (
          <div key={question}>
            <dt>{t(`cases.overCompliance.question.${question}`)}</dt>
            <dd>
              <b>{test ? t(`casework.answer.${test[question]}`) : t("casework.not-said")}</b>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
