import { Address } from "#app/design-system/content/address.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** An open link, shown once. @param link  the whole address */
export function LinkShownPage({ waveId, link }: { readonly waveId: string; readonly link: string }) {
  const t = useText();
  return (
    <Page back={{ href: paths.survey(waveId), label: t("waves.one") }}>
      <Heading>{t("waves.open-link.heading")}</Heading>
      <section className="secret-sheet">
        <p>{t("waves.open-link.shown")}</p>
        <p className="secret-text" dir="ltr" lang="en" translate="no">
          <Address>{link}</Address>
        </p>
      </section>
    </Page>
  );
}
