import { guardedLoader } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

/** Names no case: for whoever reads this page there is none any more. */
export const loader = guardedLoader({ may: "case.wall" }, async () => ({}));

export default function CaseWalled() {
  const t = useText();
  return (
    <Page>
      <Heading>{t("casework.walled.heading")}</Heading>
      <Lead>{t("casework.walled.lead")}</Lead>
      <p>{t("casework.walled.text")}</p>
      <ButtonRow>
        <ButtonLink href={paths.queue()}>{t("casework.walled.queue")}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}
