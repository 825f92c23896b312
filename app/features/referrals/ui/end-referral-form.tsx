import { Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { EndKind } from "#app/features/referrals/referral-end.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface EndReferralFormProps {
  readonly end: EndKind;
  readonly version: number;
  readonly name: string;
  readonly back: string;
}

/** To discard what was prepared, to stop what is under way, or to note that a receiver was asked to delete. */
export function EndReferralForm({ end, version, name, back }: EndReferralFormProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={version}>
      <Lead>{t(`referrals.end.${end}.lead`)}</Lead>
      <p>
        <bdi>{name}</bdi>
      </p>
      <ButtonRow>
        <Button {...(end !== "recalled" && { look: "danger" as const })}>{t(`referrals.end.${end}.button`)}</Button>
        <ButtonLink href={back} look="secondary">
          {t("common.action.keep")}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
