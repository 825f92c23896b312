import { DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import type { FileRow, FileSide } from "#app/features/evidence/file-page.ts";
import { FILE_PLACES } from "#app/features/evidence/file-places.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { FileStateTag, KindAndSize } from "./file-words.tsx";

interface FileTableProps {
  readonly caseId: string;
  readonly files: readonly FileRow[];
  readonly side: FileSide;
}

/** The files of a case; coordinators compare hashes, so they see them at a glance. */
export function FileTable({ caseId, files, side }: FileTableProps) {
  const t = useText();
  const { date } = useFormats();
  if (files.length === 0)
    return (
      <EmptyState title={t("evidence.empty.title")}>
        <p>{t(`evidence.empty.${side}`)}</p>
      </EmptyState>
    );
  const hash = {
    key: "sha",
    header: t("evidence.column.sha"),
    cell: ({ sha256 }: FileRow) => <code className="hash">{sha256}</code>,
  };
  return (
    <DataTable
      caption={t("evidence.heading")}
      captionHidden
      rows={files}
      rowKey={({ fileId }) => fileId}
      columns={[
        {
          key: "name",
          header: t("evidence.column.name"),
          isRowHeader: true,
          cell: ({ fileId, name }) => (
            <a href={FILE_PLACES[side].file(caseId, fileId)}>
              <bdi>{name}</bdi>
            </a>
          ),
        },
        { key: "kind", header: t("evidence.column.kind"), cell: (file) => <KindAndSize {...file} /> },
        { key: "received", header: t("evidence.column.received"), cell: ({ receivedOn }) => date(receivedOn, "short") },
        { key: "state", header: t("evidence.column.state"), cell: (file) => <FileStateTag file={file} /> },
        ...(side === "team" ? [hash] : []),
      ]}
    />
  );
}
