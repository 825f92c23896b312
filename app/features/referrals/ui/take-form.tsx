import { Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { ReferralPageData } from "#app/features/referrals/referral-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { KeyFingerprint } from "./key-fingerprint.tsx";

/** Before a bundle leaves: whose key it is sealed to, compared by another way, and that it is noted. */
export function TakeForm({ referral }: { readonly referral: ReferralPageData }) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={referral.version}>
      <Lead>{t("referrals.take.lead")}</Lead>
      <p>
        <bdi>{referral.name}</bdi>
      </p>
      <KeyFingerprint groups={referral.fingerprint} compare />
      <p>{t("referrals.take.recorded")}</p>
      <Checkbox name="compared" label={t("referrals.take.compared")} />
      <ButtonRow>
        <Button>{t("referrals.take.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
