import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { CONSENT_AT_SENDING, DEFAULT_CONSENT } from "#app/features/cases/consent.ts";
import { useQuestionWords } from "#app/features/cases/questionnaire/ui/use-question-words.tsx";
import type { ConsentLevel } from "#app/features/taxonomy/codes.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface ConsentPageProps {
  readonly caseId: string;
  readonly reference: string;
  readonly consent: ConsentLevel | null;
  readonly recipients: string | null;
}

/** The ladder of consent, each step with what it would show; the last answer is to take everything back. */
export function ConsentPage({ caseId, reference, consent, recipients }: ConsentPageProps) {
  const t = useText();
  const { formToken, result } = usePageForm();
  const { help } = useQuestionWords("consent");
  const options = [...CONSENT_AT_SENDING, "c0_none" as const].map((value) => ({
    value,
    label: t(`report.consent.option.${value}`),
    hint: help(value),
  }));
  const present = consent ?? "c0_none";
  const isLowered = result?.refusal.kind === "conflict";
  // Only the page that tells of the other's choice may stand for having seen it.
  const seen = result && !isLowered ? String(result.values.seen) : present;
  const defaults = { consent: consent ?? DEFAULT_CONSENT, recipients: recipients ?? "" };
  return (
    <Page back={paths.report(caseId)} caption={<bdi>{reference}</bdi>}>
      <Form formToken={formToken} result={result} defaults={defaults}>
        <input type="hidden" name="seen" value={seen} />
        {isLowered && <p>{t("reports.consent.now", { consent: t(`report.consent.option.${present}`) })}</p>}
        <RadioCards
          name="consent"
          label={t("report.consent.title")}
          asHeading
          hint={t("reports.consent.hint")}
          options={options}
        />
        <TextInput
          name="recipients"
          label={t("report.recipients.title")}
          hint={t("reports.consent.recipients")}
          optional
        />
        <p className="note">{t("reports.consent.referrals")}</p>
        <p className="note">{t("reports.consent.stories")}</p>
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
