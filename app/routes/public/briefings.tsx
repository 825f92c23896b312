import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicLoader } from "#app/access/public-door.server.ts";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { publishedHeaders } from "#app/features/briefings/published/published-headers.ts";
import { listReleases } from "#app/features/briefings/published/release-queries.server.ts";
import { ReleaseList } from "#app/features/briefings/published/ui/release-list.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.public.title" });

export const loader = publicLoader(async ({ request, visit }) =>
  data({ releases: await listReleases(localeOf(request)) }, { headers: publishedHeaders(visit.session !== null) }),
);

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Briefings() {
  const t = useText();
  const { releases } = useLoaderData<typeof loader>();
  return (
    <Page>
      <Heading>{t("drafting.public.heading")}</Heading>
      <Lead>{t("drafting.public.lead")}</Lead>
      {releases.length === 0 ? (
        <EmptyState title={t("drafting.public.empty")}>
          <p>{t("drafting.public.empty-why")}</p>
        </EmptyState>
      ) : (
        <ReleaseList releases={releases} />
      )}
      <p>
        <a href={paths.states()}>{t("states.link")}</a>
      </p>
      <p>
        <a href={paths.briefingRegister()}>{t("editions.link")}</a>
      </p>
    </Page>
  );
}
