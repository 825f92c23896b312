import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { NamingListData, NamingView } from "#app/features/briefings/names/naming-pages.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { NamingStateTag, printedKey } from "./naming-state.tsx";

/** Everybody whom a briefing is to name, with how far that is. */
export function NamingListPage({ data: { briefingId, isDraft, role, namings } }: { readonly data: NamingListData }) {
  const t = useText();
  const columns: Column<NamingView>[] = [
    {
      key: "name",
      header: t("briefings.table.head.institution_named"),
      isRowHeader: true,
      cell: ({ id, name }) => (
        <a href={paths.briefingName(briefingId, id)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    { key: "type", header: t("names.field.type"), cell: ({ type }) => type },
    { key: "grade", header: t("names.field.evidence"), cell: ({ grade }) => t(`names.grade.${grade}`) },
    { key: "state", header: t("names.field.state"), cell: ({ state }) => <NamingStateTag state={state} /> },
    { key: "printed", header: t("names.printed.label"), cell: ({ isPrinted }) => t(printedKey(isPrinted)) },
  ];
  return (
    <Page width="table" back={paths.briefingDraft(briefingId)}>
      <Heading>{t("names.list.heading")}</Heading>
      <Lead>{t("names.list.lead")}</Lead>
      {namings.length === 0 ? (
        <EmptyState title={t("names.list.none")} />
      ) : (
        <DataTable
          caption={t("names.list.heading")}
          captionHidden
          columns={columns}
          rows={namings}
          rowKey={({ id }) => id}
          note={<p>{t("names.list.then")}</p>}
        />
      )}
      {isDraft && role === "editor" && (
        <ButtonRow>
          <ButtonLink href={paths.briefingNameNew(briefingId)}>{t("names.list.propose")}</ButtonLink>
        </ButtonRow>
      )}
    </Page>
  );
}
