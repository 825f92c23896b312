import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Pagination } from "#app/design-system/content/pagination.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { listOrganisations } from "#app/features/accounts/invitation/invitation-queries.server.ts";
import { OrganisationTable } from "#app/features/accounts/invitation/ui/organisation-table.tsx";
import { countryName } from "#app/features/registers/country-names.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "organisation.list.title", leave: false });

const PAGE_SIZE = 50;

export const loader = guardedLoader({ may: "organisation.read" }, async ({ actor, request, url }) => {
  const locale = localeOf(request);
  const all = await listOrganisations(actor);
  const page = pageIn(url);
  return {
    page,
    total: all.length,
    organisations: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ country, ...rest }) => ({
      ...rest,
      country: country && countryName(country, locale),
    })),
  };
});

/** 1 for whatever is no page number. */
function pageIn({ searchParams }: URL): number {
  const page = Number(searchParams.get("page"));
  return Number.isInteger(page) && page > 0 ? page : 1;
}

export default function Organisations() {
  const t = useText();
  const { organisations, total, page } = useLoaderData<typeof loader>();
  return (
    <Page width="table">
      <Heading beside={t("organisation.list.count", { count: total })}>{t("organisation.list.heading")}</Heading>
      <ButtonRow>
        <ButtonLink href={paths.organisationsInvite()}>{t("organisation.list.invite")}</ButtonLink>
        <ButtonLink href={paths.reportLink()} look="secondary">
          {t("receipt.link.go")}
        </ButtonLink>
      </ButtonRow>
      {total === 0 ? (
        <EmptyState title={t("organisation.list.none")}>
          <p>{t("organisation.list.none-why")}</p>
        </EmptyState>
      ) : (
        <OrganisationTable organisations={organisations} />
      )}
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} hrefOf={(to) => `?page=${to}`} />
    </Page>
  );
}
