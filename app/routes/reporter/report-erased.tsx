import { useLoaderData } from "@remix-run/react";
import { publicLoader } from "#app/access/public-door.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { erasureDates } from "#app/features/cases/retention.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "report.page.title" });

/**
 * Names no report: of the erased one nothing is left that a page could name. For everybody, because whoever erased theirs
 * by a receipt is nobody any more.
 */
export const loader = publicLoader(async ({ visit }) => ({
  dates: erasureDates(now()),
  hasList: visit.actor?.role === "reporter",
}));

export default function ReportErased() {
  const t = useText();
  const { date } = useFormats();
  const { dates, hasList } = useLoaderData<typeof loader>();
  return (
    <Page>
      <Heading>{t("reports.erased.heading")}</Heading>
      <Lead>{t("reports.erased.lead")}</Lead>
      <ul>
        <li>{t("reports.erased.text", { date: date(dates.unreadableFrom) })}</li>
        <li>{t("reports.erased.facts", { date: date(dates.goneFrom) })}</li>
      </ul>
      <ButtonRow>
        {hasList ? (
          <ButtonLink href={paths.reports()}>{t("reports.done.list")}</ButtonLink>
        ) : (
          <ButtonLink href={paths.home()}>{t("common.error.home")}</ButtonLink>
        )}
      </ButtonRow>
    </Page>
  );
}
