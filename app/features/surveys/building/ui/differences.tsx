import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import type { Compared } from "#app/features/surveys/building/check-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** What a version changes, question by question, and whether figures of both can stand side by side. */
export function Differences({ differences }: { readonly differences: readonly Compared[] }) {
  const t = useText();
  const { list } = useFormats();
  if (differences.length === 0) return <p>{t("questionnaires.compare.same")}</p>;
  const columns: Column<Compared>[] = [
    {
      key: "question",
      header: t("questionnaires.compare.question"),
      isRowHeader: true,
      cell: ({ question, called }) => (
        <>
          <code dir="ltr">{question}</code> <bdi>{called}</bdi>
        </>
      ),
    },
    {
      key: "changes",
      header: t("questionnaires.compare.changes"),
      cell: ({ changes, codes }) => (
        <>
          {list(changes.map((change) => t(`surveys.change.${change}`)))}
          {codes.length > 0 && (
            <>
              {" "}
              <code dir="ltr">{codes.join(" ")}</code>
            </>
          )}
        </>
      ),
    },
    {
      key: "comparable",
      header: t("questionnaires.compare.comparable"),
      cell: ({ comparable }) => t(`surveys.comparable.${comparable}`),
    },
  ];
  return (
    <DataTable
      caption={t("questionnaires.compare.changes")}
      captionHidden
      columns={columns}
      rows={differences}
      rowKey={({ question }) => question}
      dense
    />
  );
}
