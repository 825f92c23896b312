import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { type QueueView, queueFields, queueHref } from "#app/features/cases/casework/queue-view.ts";
import { FILTER_NAME_MAX, type SavedFilter } from "#app/features/cases/desk/desk-item.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface SavedFiltersPageProps {
  readonly filters: readonly Pick<SavedFilter, "id" | "name">[];
  /** what is shown in the queue now, and can be kept */
  readonly view: QueueView;
  readonly isFiltered: boolean;
}

/** The reader's own filters; and, coming from a queue that is filtered, a name for this one. */
export function SavedFiltersPage({ filters, view, isFiltered }: SavedFiltersPageProps) {
  const t = useText();
  const form = usePageForm();
  return (
    <Page back={{ href: queueHref(view), label: t("casework.queue.heading") }}>
      <Heading>{t("desk.filters.heading")}</Heading>
      {isFiltered ? (
        <Form {...form}>
          {Object.entries(queueFields(view)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <NameField />
          <ButtonRow>
            <Button>{t("desk.filters.save")}</Button>
          </ButtonRow>
        </Form>
      ) : (
        <p>{t("desk.filters.none-set")}</p>
      )}
      {filters.length > 0 && <FilterTable filters={filters} />}
      <p className="note">{t("desk.filters.reader")}</p>
    </Page>
  );
}

export function NameField() {
  const t = useText();
  return <TextInput name="name" label={t("desk.name.label")} hint={t("desk.name.hint")} maxLength={FILTER_NAME_MAX} />;
}

function FilterTable({ filters }: Pick<SavedFiltersPageProps, "filters">) {
  const t = useText();
  const columns: Column<Pick<SavedFilter, "id" | "name">>[] = [
    { key: "name", header: t("desk.name.label"), isRowHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "steps",
      header: t("remedies.column.steps"),
      cell: ({ id, name }) => (
        <>
          <a href={paths.queueFilter(id)} aria-label={t("desk.rename.link-of", { name })}>
            {t("desk.rename.link")}
          </a>
          {" · "}
          <a href={paths.queueFilterDelete(id)} aria-label={t("desk.delete.link-of", { name })}>
            {t("desk.delete.link")}
          </a>
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("desk.filters.heading")}
      captionHidden
      columns={columns}
      rows={filters}
      rowKey={({ id }) => id}
    />
  );
}
