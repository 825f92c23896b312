import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

interface Entry {
  readonly action: string;
  readonly at: string;
}

/** What this account did, sealed to its person: somebody else's hand would show here. */
export function OwnEntries({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useText();
  const { dateTime } = useFormats();
  const columns: Column<Entry>[] = [
    {
      key: "what",
      header: t("account.entries.what"),
      isRowHeader: true,
      cell: (entry) => t.dynamic(`account.entry.${entry.action}`),
    },
    {
      key: "when",
      header: t("account.entries.when"),
      cell: ({ at }) => <time dateTime={at}>{dateTime(new Date(at))}</time>,
    },
  ];
  return (
    <>
      <Heading level={2}>{t("account.entries.heading")}</Heading>
      <p>{t("account.entries.lead")}</p>
      {entries.length === 0 ? (
        <EmptyState title={t("account.entries.none")}>{t("account.entries.none-why")}</EmptyState>
      ) : (
        <DataTable
          caption={t("account.entries.heading")}
          captionHidden
          columns={columns}
          rows={entries}
          rowKey={({ action, at }) => `${at} ${action}`}
        />
      )}
    </>
  );
}
