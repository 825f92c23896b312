import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ListOnItsWay } from "#app/features/cases/lists/lists-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

/** Lists on their way out of the team: who asked, and whether somebody else has agreed. */
export function ListsPage({ lists }: { readonly lists: readonly ListOnItsWay[] }) {
  const t = useText();
  const { dateTime } = useFormats();
  const columns: Column<ListOnItsWay>[] = [
    {
      key: "list",
      header: t("lists.column.list"),
      isRowHeader: true,
      cell: ({ id, count }) => <a href={paths.queueList(id)}>{t("chosen.count", { count })}</a>,
    },
    { key: "kind", header: t("lists.column.kind"), cell: ({ kind }) => t(`lists.kind.${kind}`) },
    { key: "by", header: t("lists.column.by"), cell: ({ by }) => <bdi>{by}</bdi> },
    { key: "at", header: t("lists.column.at"), cell: ({ at }) => dateTime(new Date(at)) },
    {
      key: "state",
      header: t("lists.column.state"),
      cell: (list) => t(stateOf(list)),
    },
  ];
  return (
    <Page width="page" back={{ href: paths.queue(), label: t("casework.queue.heading") }}>
      <Heading>{t("lists.heading")}</Heading>
      <Lead>{t("lists.lead")}</Lead>
      {lists.length > 0 ? (
        <DataTable caption={t("lists.heading")} captionHidden columns={columns} rows={lists} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={t("lists.none.title")}>
          <p>{t("lists.none.body")}</p>
        </EmptyState>
      )}
    </Page>
  );
}

function stateOf({ isAgreed, isOvertaken }: ListOnItsWay) {
  if (isOvertaken) return "lists.overtaken.state";
  return isAgreed ? "lists.agreed" : "lists.waits";
}
