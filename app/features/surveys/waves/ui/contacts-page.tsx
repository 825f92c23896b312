import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ContactLines } from "#app/features/surveys/waves/contact-lines.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface ShownContact extends ContactLines {
  readonly id: string;
}

/** Whom to reach, and how; nothing here says what they answered. */
export function ContactsPage({ contacts }: { readonly contacts: readonly ShownContact[] }) {
  const t = useText();
  const columns: Column<ShownContact>[] = [
    {
      key: "channel",
      header: t("waves.contacts.channel"),
      isRowHeader: true,
      cell: ({ lines }) => <ContactText lines={lines} />,
    },
    {
      key: "language",
      header: t("waves.column.language"),
      cell: ({ language }) => language && OWN_NAMES[language],
    },
    {
      key: "done",
      header: t("waves.column.acts"),
      cell: ({ id }) => <a href={paths.surveyContactDelete(id)}>{t("waves.contacts.done")}</a>,
    },
  ];
  return (
    <Page width="page" back={{ href: paths.surveys(), label: t("waves.heading") }}>
      <Heading>{t("waves.contacts.heading")}</Heading>
      <Lead>{t("waves.contacts.lead")}</Lead>
      {contacts.length > 0 ? (
        <DataTable
          caption={t("waves.contacts.heading")}
          captionHidden
          columns={columns}
          rows={contacts}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState title={t("waves.contacts.empty")} />
      )}
    </Page>
  );
}

/** One line for each thing that somebody wrote; a contact that cannot be opened says so. */
export function ContactText({ lines }: Pick<ContactLines, "lines">) {
  const t = useText();
  if (lines.length === 0) return t("waves.contacts.broken");
  return lines.map(({ label, text }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
    <div key={at}>
      {label && (
        <div className="quiet">
          <bdi>{label}</bdi>
        </div>
      )}
      <bdi>{text}</bdi>
    </div>
  ));
}
