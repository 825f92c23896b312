import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { ReportOffer } from "./report-offer.tsx";

interface SentPageProps {
  readonly thanks: string;
  readonly receipt: string;
  /** ISO day */
  readonly closesOn: string;
}

/** It is there: proof of it, and until when it can be changed. */
export function SentPage({ thanks, receipt, closesOn }: SentPageProps) {
  const t = useText();
  const { date } = useFormats();
  return (
    <Page>
      <Heading>{t("answering.sent.heading")}</Heading>
      <Lead>{thanks}</Lead>
      <SummaryList rows={[{ term: t("answering.sent.receipt"), value: <bdi dir="ltr">{receipt}</bdi> }]} />
      <p>{t("answering.sent.why")}</p>
      <p>{t("answering.sent.change", { day: date(closesOn) })}</p>
      <ReportOffer />
      <ButtonRow>
        <ButtonLink href={paths.answerClose()}>{t("answering.close.link")}</ButtonLink>
        <ButtonLink href={paths.answerCheck()} look="secondary">
          {t("answering.sent.look")}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
