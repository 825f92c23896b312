import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { ConsentLevel } from "#app/features/cases/consent.ts";
import { DEFAULT_TLP, PURPOSE_MAX, REFERRAL_DAYS, SUMMARY_MAX } from "#app/features/referrals/referral.ts";
import type { ReferralChoices } from "#app/features/referrals/referral-page.ts";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import { LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
import { useLocale, useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { tlpName } from "./referral-words.tsx";

interface ReferralFormProps {
  readonly choices: ReferralChoices;
  /** of what is kept; a new one has none */
  readonly version?: number;
  readonly values?: FormValues;
}

/** What is chosen of a case, for whom, for how long and sealed to which key. What the consent forbids is not offered. */
export function ReferralForm({ choices, version, values }: ReferralFormProps) {
  const t = useText();
  const locale = useLocale();
  const defaults = { tlp: DEFAULT_TLP, days: "30", language: locale, ...values };
  return (
    <>
      <Allowed choices={choices} />
      <Form {...usePageForm()} {...(version !== undefined && { recordVersion: version })} defaults={defaults}>
        <RadioCards
          name="kind"
          label={t("referrals.kind.label")}
          options={choices.kinds.map((kind) => ({
            value: kind,
            label: t(`referrals.kind.${kind}`),
            hint: t(`referrals.kind.help.${kind}`),
          }))}
        />
        <TextInput name="name" label={t("referrals.name.label")} hint={<NameHint choices={choices} />} />
        <TextArea
          name="purpose"
          label={t("referrals.purpose.label")}
          hint={t("referrals.purpose.hint")}
          rows={3}
          maxLength={PURPOSE_MAX}
        />
        <PartsFields choices={choices} />
        <TextArea
          name="summary"
          label={t("referrals.summary.label")}
          hint={t("referrals.summary.hint")}
          rows={6}
          maxLength={SUMMARY_MAX}
          optional
        />
        <Select
          name="language"
          label={t("referrals.language.label")}
          hint={t("referrals.language.hint")}
          size="medium"
          empty={false}
          options={LOCALES.map((code) => ({ value: code, label: OWN_NAMES[code] }))}
        />
        <RadioCards
          name="tlp"
          label={t("referrals.tlp.label")}
          hint={t("referrals.tlp.hint")}
          options={choices.tlps.map((tlp) => ({
            value: tlp,
            label: <bdi>{tlpName(tlp)}</bdi>,
            hint: t(`briefings.tlp.${tlp}`),
          }))}
        />
        <RadioCards
          name="days"
          label={t("referrals.days.label")}
          hint={t("referrals.days.hint")}
          options={REFERRAL_DAYS.map((days) => ({ value: String(days), label: t("referrals.days.option", { days }) }))}
        />
        <TextArea name="key" label={t("referrals.key.label")} hint={t("referrals.key.hint")} rows={3} />
        <ButtonRow>
          <Button>{t("referrals.new.button")}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function NameHint({ choices: { recipients } }: { readonly choices: ReferralChoices }) {
  const t = useText();
  if (!recipients) return <>{t("referrals.name.hint")}</>;
  return <>{t.rich("referrals.name.hint-named", { recipients: <bdi key="recipients">{recipients}</bdi> })}</>;
}

/** What each level leaves out, and why: beside what is offered. */
const LEFT_OUT: Partial<Record<ConsentLevel, MessageKey>> = {
  c1_internal: "referrals.allowed.lawyer",
  c2_aggregate: "referrals.allowed.lawyer",
  c3_anonymised_narrative: "referrals.allowed.story",
  c4_confidential_to_named: "referrals.allowed.named",
  c5_public_named: "referrals.allowed.public",
};

function Allowed({ choices: { consent, consentLabel } }: { readonly choices: ReferralChoices }) {
  const t = useText();
  const leftOut = LEFT_OUT[consent];
  return (
    <Notice kind="sealed" title={t("referrals.allowed.title", { level: consentLabel })}>
      {leftOut && <p>{t(leftOut)}</p>}
      <p>{t("referrals.allowed.asked")}</p>
    </Notice>
  );
}

function PartsFields({ choices: { parts, files } }: { readonly choices: ReferralChoices }) {
  const t = useText();
  const { bytes } = useFormats();
  const hint = (lawyerOnly: boolean) => lawyerOnly && { hint: t("referrals.parts.lawyer-only") };
  return (
    <>
      <CheckboxCards
        name="parts"
        label={t("referrals.parts.label")}
        hint={t("referrals.parts.hint")}
        options={parts.map(({ part, lawyerOnly }) => ({
          value: part,
          label: t(`referrals.part.${part}`),
          ...hint(lawyerOnly),
        }))}
      />
      {files.length > 0 && (
        <CheckboxCards
          name="files"
          label={t("referrals.files.label")}
          hint={t("referrals.files.hint")}
          optional
          fold={{ after: 4, label: t("referrals.files.all", { count: files.length }) }}
          options={files.map(({ card, name, half, sizeBytes, lawyerOnly }) => ({
            value: card,
            label: (
              <>
                <bdi>{name}</bdi> · {t(`referrals.files.${half}`, { size: bytes(sizeBytes) })}
              </>
            ),
            ...hint(lawyerOnly),
          }))}
        />
      )}
    </>
  );
}
