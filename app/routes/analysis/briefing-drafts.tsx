import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { listBriefings } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { BriefingList } from "#app/features/briefings/drafting/ui/briefing-list.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.list.heading", leave: false });

export const loader = guardedLoader({ may: "briefing.list" }, async ({ actor, request }) => {
  const briefings = await listBriefings(actor, localeOf(request));
  return {
    role: actor.role,
    briefings: briefings.map(({ id, state, specification, title, next }) => ({
      ...{ id, state, next, title },
      session: specification.session,
    })),
  };
});

export default function BriefingDrafts() {
  const t = useText();
  const { role, briefings } = useLoaderData<typeof loader>();
  const isEditor = role === "editor";
  return (
    <Page width="page">
      <Heading>{t("drafting.list.heading")}</Heading>
      <Lead>{t("drafting.list.lead")}</Lead>
      {isEditor && (
        <ButtonRow>
          <ButtonLink href={paths.briefingDraftsNew()}>{t("drafting.list.new")}</ButtonLink>
        </ButtonRow>
      )}
      {briefings.length === 0 ? (
        <EmptyState title={t("drafting.list.empty")}>
          <p>{t(isEditor ? "drafting.list.empty-editor" : "drafting.list.empty-other")}</p>
        </EmptyState>
      ) : (
        <BriefingList briefings={briefings} role={role} />
      )}
    </Page>
  );
}
