import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import type { Figure, FigureRow } from "#app/features/surveys/results/question-result.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { usePictureColumn } from "./picture-column.tsx";
import { MOST_PARTS, PartKey, StackBar } from "./stack-bar.tsx";

interface RowsTableProps {
  readonly caption: string;
  readonly captionHidden?: boolean;
  /** what the rows are */
  readonly first: string;
  readonly columns: readonly { readonly code: string; readonly label: string }[];
  readonly rows: readonly FigureRow[];
  /** whether the cells of a row add up to all of it: then each row is drawn as one bar */
  readonly isWhole: boolean;
}

/** Rows by answers, each row with its own base. A bar in parts shows it at a glance, and a key says which part is which. */
export function RowsTable({ caption, captionHidden = true, first, columns, rows, isWhole }: RowsTableProps) {
  const t = useText();
  const hasShares = rows.some(({ cells }) => cells.some(({ share }) => share !== null));
  const picture = usePictureColumn<FigureRow>(({ cells }) => (
    <StackBar shares={cells.map(({ share }) => share?.value ?? null)} />
  ));
  const isDrawn = hasShares && isWhole && columns.length > 1 && columns.length <= MOST_PARTS;
  const shown: Column<FigureRow>[] = [
    { key: "row", header: first, isRowHeader: true, cell: ({ label }) => label },
    { key: "n", header: t("survey-results.column.n"), numeric: true, cell: ({ n }) => n },
    ...columns.map(
      ({ code, label }, place): Column<FigureRow> => ({
        key: code,
        header: label,
        numeric: true,
        cell: ({ cells }) => <FigureCell figure={cells[place]} />,
      }),
    ),
    ...(isDrawn ? [picture] : []),
  ];
  return (
    <>
      {isDrawn && <PartKey labels={columns.map(({ label }) => label)} />}
      <DataTable
        caption={caption}
        captionHidden={captionHidden}
        columns={shown}
        rows={rows}
        rowKey={({ key }) => key}
        note={hasShares ? t("survey-results.cell-note") : t("survey-results.count-note")}
        dense={rows.length > 12}
      />
    </>
  );
}

/** The share, and below it organisations and interval; the number of organisations alone where there are few. */
function FigureCell({ figure }: { readonly figure: Figure | undefined }) {
  const t = useText();
  const { percent } = useFormats();
  if (!figure?.share) return <>{figure?.count ?? 0}</>;
  const { value, lower, upper } = figure.share;
  return (
    <>
      <b>{percent(value)}</b>
      <small className="figure-below">
        {t("survey-results.cell", { count: figure.count, from: percent(lower), to: percent(upper) })}
      </small>
    </>
  );
}
