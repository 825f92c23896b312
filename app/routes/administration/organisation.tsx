import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { InvitationList } from "#app/features/accounts/invitation/ui/invitation-list.tsx";
import { readOwnOrganisation } from "#app/features/accounts/people/member-queries.server.ts";
import { MemberTable } from "#app/features/accounts/people/ui/member-table.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "organisation.own.title" });

export const loader = guardedLoader({ may: "members.read" }, async ({ actor }) => readOwnOrganisation(actor));

export default function Organisation() {
  const t = useText();
  const { name, members, invitations } = useLoaderData<typeof loader>();
  return (
    <Page width="page">
      <Heading beside={<bdi>{name}</bdi>}>{t("organisation.own.heading")}</Heading>
      <p>{t("organisation.own.lead")}</p>
      {members.length === 1 && (
        <Notice title={t("organisation.own.alone")}>
          <p>{t("organisation.own.alone-why")}</p>
        </Notice>
      )}
      <MemberTable members={members} />
      <ButtonRow>
        <ButtonLink href={paths.organisationInvite()}>{t("organisation.own.invite")}</ButtonLink>
      </ButtonRow>
      <InvitationList invitations={invitations} />
    </Page>
  );
}
