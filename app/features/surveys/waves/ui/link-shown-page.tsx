import { Heading } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** The code of an open link, shown once. */
export function LinkShownPage({ waveId, code }: { readonly waveId: string; readonly code: string }) {
  const t = useText();
  return (
    <Page back={{ href: paths.survey(waveId), label: t("waves.one") }}>
      <Heading>{t("waves.open-link.heading")}</Heading>
      <section className="secret-sheet">
        <p>{t("waves.open-link.shown")}</p>
        <p className="secret-text" dir="ltr" lang="en" translate="no">
          {code}
        </p>
      </section>
    </Page>
  );
}
