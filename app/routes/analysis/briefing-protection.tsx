import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { readProtection } from "#app/features/briefings/release/protection-queries.server.ts";
import { shownProtection } from "#app/features/briefings/release/protection-words.server.ts";
import { ProtectionTables } from "#app/features/briefings/release/ui/protection-tables.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.protection.heading", leave: false });

export const loader = guardedLoader(
  { may: "briefing.release", params: briefingParams },
  async ({ actor, params: { briefingId }, request }) => {
    const protection = await readProtection(actor, briefingId);
    return { briefingId, protection: protection && shownProtection(protection, localeOf(request)) };
  },
);

export default function BriefingProtection() {
  const t = useText();
  const { briefingId, protection } = useLoaderData<typeof loader>();
  return (
    <Page width="page" back={paths.briefingDraft(briefingId)}>
      <Heading>{t("drafting.protection.heading")}</Heading>
      <Lead>{t(protection ? "drafting.protection.lead" : "drafting.protection.not-yet")}</Lead>
      {protection && <ProtectionTables {...protection} />}
    </Page>
  );
}
