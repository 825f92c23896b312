import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import type { GapRow } from "#app/features/surveys/results/gap-rows.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { Dash } from "./figures.tsx";
import { usePictureColumn } from "./picture-column.tsx";

/** What became of each question: a question that many pass over says less than one that all answer. */
export function Gaps({ rows }: { readonly rows: readonly GapRow[] }) {
  const t = useText();
  const { percent } = useFormats();
  const count = (key: "asked" | "answered" | "declined" | "empty"): Column<GapRow> => ({
    key,
    header: t(`survey-results.column.${key}`),
    numeric: true,
    cell: (row) => row[key],
  });
  const columns: Column<GapRow>[] = [
    { key: "question", header: t("survey-results.column.question"), isRowHeader: true, cell: ({ label }) => label },
    ...[count("asked"), count("answered"), count("declined"), count("empty")],
    {
      key: "gap",
      header: t("survey-results.column.gap"),
      numeric: true,
      cell: ({ gap }) => (gap === null ? <Dash /> : <b>{percent(gap)}</b>),
    },
    usePictureColumn(({ gap }) => gap !== null && <GapBar gap={gap} />),
  ];
  return (
    <>
      <p>{t("survey-results.gaps.lead")}</p>
      <DataTable
        caption={t("survey-results.tab.gaps")}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
        note={t("survey-results.few-note")}
        dense
      />
    </>
  );
}

function GapBar({ gap }: { readonly gap: number }) {
  return (
    <svg className="share-bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect className="share-bar__ground" width="100%" height="10" y="2" />
      <rect className="share-bar__bar" width={`${(100 * gap).toFixed(2)}%`} height="10" y="2" />
    </svg>
  );
}
