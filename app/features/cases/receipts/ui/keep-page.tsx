import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface KeepPageProps {
  /** after which a report that was not sent is deleted */
  readonly weeks: number;
}

/** Before the words are shown: what they are for, and for how long a report waits for them. */
export function KeepPage({ weeks }: KeepPageProps) {
  const t = useText();
  return (
    <DecisionPage
      back={paths.reports()}
      title={t("receipt.keep.heading")}
      lead={t("receipt.keep.lead")}
      button={t("receipt.keep.button")}
    >
      <ul>
        <li>{t("receipt.keep.once")}</li>
        <li>{t("receipt.keep.weeks", { weeks })}</li>
      </ul>
    </DecisionPage>
  );
}

/** The words were shown before: everything is saved, and the paper opens it. */
export function KeptPage({ weeks }: KeepPageProps) {
  const t = useText();
  return (
    <Page back={paths.reports()}>
      <Heading>{t("receipt.kept.heading")}</Heading>
      <Lead>{t("receipt.kept.lead")}</Lead>
      <p>{t("receipt.keep.weeks", { weeks })}</p>
      <ButtonRow>
        <ButtonLink href={paths.signOut()}>{t("receipt.nav.close")}</ButtonLink>
        <ButtonLink href={paths.reports()} look="secondary">
          {t("receipt.at-work.go-on")}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
