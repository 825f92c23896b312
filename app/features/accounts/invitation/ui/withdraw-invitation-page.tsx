import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { useText } from "#app/i18n/text-context.tsx";

/** Whether a code that was given out shall work no more; the same question for every kind of invitation. */
export function WithdrawInvitationPage({ back }: { readonly back: string }) {
  const t = useText();
  return (
    <DecisionPage
      back={back}
      title={t("people.withdraw.heading")}
      lead={t("people.withdraw.lead")}
      button={t("people.withdraw.button")}
      look="danger"
    />
  );
}
