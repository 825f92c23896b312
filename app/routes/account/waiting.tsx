import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { landingFor } from "#app/landing.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "account.title" });

/** A newcomer's account works before its keys are there: only somebody who holds them can give them. */
export const loader = guardedLoader({ may: "account.read" }, async ({ actor }) => ({
  giver: actor.role === "reporter" ? ("owner" as const) : ("staff" as const),
  landing: landingFor(actor.role),
}));

export default function Waiting() {
  const t = useText();
  const { giver, landing } = useLoaderData<typeof loader>();
  return (
    <Page>
      <Heading>{t("account.waiting.heading")}</Heading>
      <Lead>{t(`account.waiting.${giver}`)}</Lead>
      <p>{t("account.waiting.nothing-to-do")}</p>
      <ButtonRow>
        <ButtonLink href={landing}>{t("account.waiting.again")}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}
