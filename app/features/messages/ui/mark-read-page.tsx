import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { SeenAt } from "./mark-read-form.tsx";

interface MarkReadPageProps {
  readonly back: string;
  readonly seenAt: string | null;
}

/** Where somebody lands whose session had ended when they pressed the button of the conversation. */
export function MarkReadPage({ back, seenAt }: MarkReadPageProps) {
  const t = useText();
  return (
    <DecisionPage
      back={back}
      title={t("messages.mark.heading")}
      lead={t("messages.mark.lead")}
      button={t("messages.mark.button")}
    >
      <SeenAt at={seenAt} />
    </DecisionPage>
  );
}
