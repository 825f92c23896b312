import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
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
    { key: "by", header: t("lists.column.by"), cell: ({ by }) => <bdi>{by}</bdi> },
    { key: "at", header: t("lists.column.at"), cell: ({ at }) => dateTime(new Date(at)) },
    {
      key: "state",
      header: t("lists.column.state"),
      cell: ({ isAgreed }) => t(isAgreed ? "lists.agreed" : "lists.waits"),
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

interface ListPageProps {
  readonly list: ListOnItsWay & { readonly csv: string };
}

/** One list with all that stands in it: whoever agrees has read it. */
export function ListPage({ list: { id, count, isMine, isAgreed, by, csv } }: ListPageProps) {
  const t = useText();
  const form = usePageForm();
  return (
    <Page width="page" back={{ href: paths.queueLists(), label: t("lists.heading") }}>
      <Heading beside={t("chosen.count", { count })}>{t("lists.one")}</Heading>
      <p>{t.rich("lists.asked-by", { by })}</p>
      <pre dir="ltr" className="list-text">
        {csv}
      </pre>
      <Notice kind="warning" title="TLP:RED">
        <p>{t("lists.red")}</p>
      </Notice>
      {isMine && isAgreed && (
        <ButtonRow>
          <ButtonLink href={paths.queueListFile(id)} download>
            {t("lists.download")}
          </ButtonLink>
        </ButtonRow>
      )}
      {isMine && !isAgreed && <p>{t("lists.wait")}</p>}
      {!isMine && isAgreed && <p>{t("lists.agreed")}</p>}
      {!isMine && !isAgreed && (
        <Form {...form}>
          <p>{t("lists.agree.lead")}</p>
          <ButtonRow>
            <Button>{t("lists.agree.button")}</Button>
          </ButtonRow>
        </Form>
      )}
      <p>
        <a href={paths.queueListDelete(id)}>{t("lists.delete.link")}</a>
      </p>
    </Page>
  );
}
