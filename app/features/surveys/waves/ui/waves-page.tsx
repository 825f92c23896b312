import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { type WaveRow, WaveTable } from "./wave-table.tsx";

/** The team's surveys, and how each stands. */
export function WavesPage({ waves }: { readonly waves: readonly WaveRow[] }) {
  const t = useText();
  return (
    <Page width="page" back={{ href: paths.queue(), label: t("casework.queue.heading") }}>
      <Heading>{t("waves.heading")}</Heading>
      <Lead>{t("waves.lead")}</Lead>
      {waves.length > 0 ? (
        <WaveTable waves={waves} hrefOf={({ id }) => paths.survey(id)} />
      ) : (
        <EmptyState title={t("waves.empty.title")}>
          <p>{t("waves.empty.body")}</p>
        </EmptyState>
      )}
      <ButtonRow>
        <ButtonLink href={paths.surveyNew()}>{t("waves.new.link")}</ButtonLink>
        <ButtonLink href={paths.questionnaires()} look="secondary">
          {t("questionnaires.heading")}
        </ButtonLink>
        <ButtonLink href={paths.surveyContacts()} look="secondary">
          {t("waves.contacts.link")}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
