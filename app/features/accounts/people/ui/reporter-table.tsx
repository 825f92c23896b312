import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import type { ListedReporter } from "#app/features/accounts/people/people.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { handleColumn, lockColumn } from "./person-columns.tsx";

/** Accounts of organisations, for the administrator: a handle, and nothing of which organisation it is. */
export function ReporterTable({ reporters }: { readonly reporters: readonly ListedReporter[] }) {
  const t = useText();
  const columns: Column<ListedReporter>[] = [
    handleColumn(t),
    {
      key: "state",
      header: t("people.state"),
      cell: ({ isLocked }) => (isLocked ? <Tag tone="red">{t("people.locked")}</Tag> : <Tag>{t("people.active")}</Tag>),
    },
    lockColumn(t),
  ];
  return (
    <>
      <Heading level={2}>{t("people.reporters.heading")}</Heading>
      <p>{t("people.reporters.lead")}</p>
      {reporters.length === 0 ? (
        <EmptyState title={t("people.reporters.none")}>{t("people.reporters.none-why")}</EmptyState>
      ) : (
        <DataTable
          caption={t("people.reporters.heading")}
          captionHidden
          columns={columns}
          rows={reporters}
          rowKey={({ id }) => id}
        />
      )}
    </>
  );
}
