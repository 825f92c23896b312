import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { YES_NO_UNSURE } from "#app/features/cases/case-report.ts";
import { SUGGEST_BUTTON } from "#app/features/cases/casework/triage-forms.ts";
import { ELIGIBILITIES } from "#app/features/cases/eligibility.ts";
import { OVER_COMPLIANCE_ANSWERS, type OverCompliance } from "#app/features/cases/over-compliance.ts";
import { CORROBORATIONS, RISK_LEVELS, SEVERITIES } from "#app/features/taxonomy/codes.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { OVER_COMPLIANCE_QUESTIONS } from "./over-compliance-card.tsx";

interface AssessmentFormProps {
  readonly version: number;
  readonly labels: AssessmentLabels;
  /** what is kept, or what was typed before asking for a suggestion */
  readonly defaults: FormValues;
  readonly suggested: OverCompliance | null;
}

export interface AssessmentLabels {
  readonly severity: Readonly<Record<string, string>>;
  readonly risk: Readonly<Record<string, string>>;
  readonly corroboration: Readonly<Record<string, string>>;
}

const GRADED = [
  { name: "severity", grades: SEVERITIES.map((code) => ({ code, meaning: `cases.severity.${code}` as const })) },
  { name: "risk", grades: RISK_LEVELS.map((code) => ({ code, meaning: `cases.risk.${code}` as const })) },
] as const;

/** The team's judgement. The three questions lead to a suggestion and never to a decision. */
export function AssessmentForm({ version, labels, defaults, suggested }: AssessmentFormProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={version} defaults={defaults}>
      {GRADED.map(({ name, grades }) => (
        <RadioCards
          key={name}
          name={name}
          label={t(`cases.judgement.${name}`)}
          optional
          options={grades.map(({ code, meaning }) => ({
            value: code,
            label: labels[name][code] ?? code,
            hint: t(meaning),
          }))}
        />
      ))}
      <OverComplianceFields suggested={suggested} />
      <RadioCards
        name="eligibility"
        label={t("casework.eligibility.label")}
        hint={t("casework.eligibility.hint")}
        options={ELIGIBILITIES.map((code) => ({ value: code, label: t(`cases.eligibility.${code}`) }))}
      />
      <Select
        name="corroboration"
        label={t("casework.corroboration.label")}
        hint={t("casework.corroboration.hint")}
        optional
        size="medium"
        empty={t("casework.corroboration.as-reported")}
        options={CORROBORATIONS.map((code) => ({ value: code, label: labels.corroboration[code] ?? code }))}
      />
      <TextArea
        name="reason"
        label={t("casework.reason.label")}
        hint={t("casework.assessment.reason-hint")}
        optional
        rows={4}
      />
      <ButtonRow>
        <Button>{t("casework.assessment.button")}</Button>
      </ButtonRow>
    </Form>
  );
}

function OverComplianceFields({ suggested }: Pick<AssessmentFormProps, "suggested">) {
  const t = useText();
  return (
    <>
      <Heading level={2}>{t("cases.overCompliance.title")}</Heading>
      <p>{t("cases.overCompliance.hint")}</p>
      {OVER_COMPLIANCE_QUESTIONS.map((question) => (
        <RadioCards
          key={question}
          name={question}
          label={t(`cases.overCompliance.question.${question}`)}
          optional
          options={YES_NO_UNSURE.map((answer) => ({ value: answer, label: t(`casework.answer.${answer}`) }))}
        />
      ))}
      {suggested && (
        <Notice
          title={t("cases.overCompliance.suggestion", { answer: t(`cases.overCompliance.answer.${suggested}`) })}
        />
      )}
      <p>
        <Button look="secondary" {...SUGGEST_BUTTON}>
          {t("casework.assessment.suggest")}
        </Button>
      </p>
      <RadioCards
        name="overCompliance"
        label={t("casework.assessment.decide")}
        optional
        options={OVER_COMPLIANCE_ANSWERS.map((code) => ({
          value: code,
          label: t(`cases.overCompliance.answer.${code}`),
        }))}
      />
    </>
  );
}
