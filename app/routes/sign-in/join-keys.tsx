import { useLoaderData } from "@remix-run/react";
import { publicFormLoader } from "#app/access/public-door.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { AccountSheets } from "#app/features/accounts/ui/account-sheets.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { unconfirmedRedemption } from "./newcomer.server.ts";

export const handle = page({ title: "join.title" });

export const loader = publicFormLoader(async ({ session, url }) => {
  const { secrets, payload } = unconfirmedRedemption(session);
  return {
    handle: secrets.handle,
    passphrase: secrets.passphrase,
    sheet: secrets.sheet,
    role: payload.role,
    place: payload.organisationName ?? payload.teamLabel,
    origin: url.origin,
  };
});

export default function JoinKeys() {
  const t = useText();
  const { role, place, ...sheets } = useLoaderData<typeof loader>();
  const roleName = t(`common.role.${role}`);
  return (
    <Page caption={t("join.step", { step: 2, steps: 4 })}>
      <Heading>{t("join.keys.heading")}</Heading>
      <Lead>
        {place ? t("join.keys.lead", { role: roleName, place }) : t("join.keys.lead-alone", { role: roleName })}
      </Lead>
      <Notice kind="warning" title={t("join.keys.once")}>
        <p>{t("join.keys.once-why")}</p>
      </Notice>
      <AccountSheets {...sheets} />
      <ButtonRow>
        <ButtonLink href={paths.joinWords()}>{t("join.keys.done")}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}
