import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { may } from "#app/access/policy.ts";
import { Heading } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { listProposals } from "#app/features/accounts/invitation/invitation-queries.server.ts";
import { ProposalTable } from "#app/features/accounts/invitation/ui/proposal-table.tsx";
import { listReporters, listStaff } from "#app/features/accounts/people/people-queries.server.ts";
import { ColleagueTable } from "#app/features/accounts/people/ui/colleague-table.tsx";
import { KeyNotices } from "#app/features/accounts/people/ui/key-notices.tsx";
import { ReporterTable } from "#app/features/accounts/people/ui/reporter-table.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "people.title", leave: false });

export const loader = guardedLoader({ may: "people.read" }, async ({ actor }) => ({
  ...(await listStaff(actor)),
  proposals: await listProposals(actor),
  reporters: may(actor, "people.lock") ? await listReporters(actor) : null,
  mayPropose: may(actor, "people.propose"),
  mayApprove: may(actor, "people.approve"),
  mayLock: may(actor, "people.lock"),
}));

export default function People() {
  const t = useText();
  const { colleagues, proposals, reporters, mayPropose, mayApprove, mayLock, ...notices } =
    useLoaderData<typeof loader>();
  return (
    <Page width="table">
      <Heading beside={t("people.count", { count: colleagues.length })}>{t("people.heading")}</Heading>
      <p>{t("people.lead")}</p>
      <KeyNotices {...notices} colleagues={colleagues} mayGrant={mayApprove} />
      {mayApprove && (
        <p>
          <a href={paths.peopleAuthenticator()}>{t("people.authenticator.link")}</a>
        </p>
      )}
      {mayPropose && (
        <ButtonRow>
          <ButtonLink href={paths.peoplePropose()}>{t("people.propose.link")}</ButtonLink>
        </ButtonRow>
      )}
      <ProposalTable proposals={proposals} mayApprove={mayApprove} mayWithdraw={mayPropose} />
      <ColleagueTable colleagues={colleagues} mayLock={mayLock} />
      {reporters && <ReporterTable reporters={reporters} />}
    </Page>
  );
}
