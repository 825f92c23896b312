import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ListedNote } from "#app/features/state-notes/state-note-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { NoteStateTag } from "./note-state-tag.tsx";

/** The team's notes for States: to whom, how much, and whether a second person has agreed. */
export function StateNotesPage({ notes }: { readonly notes: readonly ListedNote[] }) {
  const t = useText();
  const { date } = useFormats();
  const columns: Column<ListedNote>[] = [
    {
      key: "state",
      header: t("state-notes.column.state"),
      isRowHeader: true,
      cell: ({ id, stateName, receiver }) => (
        <>
          <a href={paths.stateNote(id)}>{stateName}</a>
          <br />
          <span className="quiet">
            <bdi>{receiver}</bdi>
          </span>
        </>
      ),
    },
    {
      key: "parts",
      header: t("state-notes.column.parts"),
      cell: ({ parts }) => t("state-notes.parts.count", { count: parts }),
    },
    { key: "expires", header: t("referrals.column.expires"), cell: ({ expiresOn }) => date(expiresOn, "short") },
    { key: "status", header: t("state-notes.column.status"), cell: ({ state }) => <NoteStateTag state={state} /> },
  ];
  return (
    <Page width="page" back={{ href: paths.queue(), label: t("casework.queue.heading") }}>
      <Heading>{t("state-notes.heading")}</Heading>
      <Lead>{t("state-notes.lead")}</Lead>
      {notes.length > 0 ? (
        <DataTable
          caption={t("state-notes.heading")}
          captionHidden
          columns={columns}
          rows={notes}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState title={t("state-notes.empty.title")}>
          <p>{t("state-notes.empty.body")}</p>
        </EmptyState>
      )}
      <ButtonRow>
        <ButtonLink href={paths.stateNoteNew()}>{t("state-notes.new.link")}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}
