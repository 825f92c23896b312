import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { onShelf } from "#app/access/shelf.server.ts";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { readAccount } from "#app/features/accounts/sign-in/account-queries.server.ts";
import { HatList } from "#app/features/accounts/sign-in/ui/hat-list.tsx";
import { OwnEntries } from "#app/features/accounts/sign-in/ui/own-entries.tsx";
import { SessionTable } from "#app/features/accounts/sign-in/ui/session-table.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "account.title" });

export const loader = guardedLoader({ may: "account.read" }, async ({ actor, session, visit }) => ({
  handle: actor.handle,
  hats: visit.hats.map(({ id, role, team, isOwner }) => ({
    id,
    role,
    team,
    isOwner,
    isWorn: id === session.content.hatId,
  })),
  hasNewWords: onShelf(session, "new-words") !== null,
  ...(await readAccount(actor)),
}));

export default function Account() {
  const t = useText();
  const { handle, hats, hasNewWords, sessions, entries, formToken } = useLoaderData<typeof loader>();
  return (
    <Page>
      <Heading beside={<bdi>{handle}</bdi>}>{t("account.heading")}</Heading>
      {hasNewWords && (
        <Notice kind="warning" title={t("account.new-words.waiting")}>
          <a href={paths.accountNewWords()}>{t("account.new-words.open")}</a>
        </Notice>
      )}
      <HatList hats={hats} formToken={formToken} />
      <Heading level={2}>{t("account.words.heading")}</Heading>
      <p>{t("account.words.lead")}</p>
      <ButtonRow>
        <ButtonLink href={paths.accountPassphrase()} look="secondary">
          {t("account.words.change")}
        </ButtonLink>
        <ButtonLink href={paths.signOut()} look="secondary">
          {t("common.nav.sign-out")}
        </ButtonLink>
      </ButtonRow>
      <SessionTable sessions={sessions} formToken={formToken} />
      <OwnEntries entries={entries} />
    </Page>
  );
}
