import { Card } from "#app/design-system/content/card.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Answers are counted and help nobody by themselves: whoever needs help is shown the way to a report. */
export function ReportOffer() {
  const t = useText();
  return (
    <Card title={t("answering.report.title")}>
      <p>{t("answering.report.offer")}</p>
      <p>
        <a href={paths.answerReport()}>{t("answering.report.link")}</a>
      </p>
    </Card>
  );
}
