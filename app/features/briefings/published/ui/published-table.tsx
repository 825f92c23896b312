import { DataTable } from "#app/design-system/content/data-table.tsx";
import { isPlainDrawing } from "#app/features/briefings/published/plain-drawing.ts";
import {
  type PublishedTable as Published,
  type PublishedRow,
  type PublishedWords,
  WITHHELD_MARK,
} from "#app/features/briefings/published/published-text.ts";

interface PublishedTableProps {
  readonly table: Published;
  readonly words: PublishedWords;
  /** where the same figures lie as a file; a draft has none */
  readonly file?: string | undefined;
}

/** A released table with its picture below it. The picture repeats the rows and adds nothing. */
export function PublishedTable({ table, words, file }: PublishedTableProps) {
  const marked = table.others !== null || table.rows.some(({ value }) => value === null);
  return (
    <div id={table.id} className="published-table">
      <DataTable
        caption={table.caption}
        columns={[
          { key: "label", header: table.rowHead, cell: (row: PublishedRow) => row.label, isRowHeader: true },
          {
            key: "value",
            header: words.organisations,
            cell: (row: PublishedRow) => <Value value={row.value} withheld={words.withheld} />,
            numeric: true,
          },
        ]}
        rows={table.rows}
        rowKey={({ code }) => code}
        note={
          <>
            {table.others && <p>{table.others}</p>}
            {marked && <p>{words.footnote}</p>}
            <p>{words.rounding}</p>
            {file && (
              <p>
                <a href={file} download>
                  {table.name} (<bdi>CSV</bdi>)
                </a>
              </p>
            )}
          </>
        }
      />
      {table.chart && isPlainDrawing(table.chart.svg) && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the product itself from released figures, every label escaped; lines and words alone
        <figure className="published-table__chart" dangerouslySetInnerHTML={{ __html: table.chart.svg }} />
      )}
    </div>
  );
}

/** Eyes see the mark, ears hear the word. */
function Value({ value, withheld }: { readonly value: number | null; readonly withheld: string }) {
  if (value !== null) return value;
  return (
    <>
      <bdi dir="ltr" aria-hidden="true">
        {WITHHELD_MARK}
      </bdi>
      <span className="visually-hidden">{withheld}</span>
    </>
  );
}
