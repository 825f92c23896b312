import { type ReactNode, useId } from "react";
import { useText } from "#app/i18n/text-context.tsx";

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  /** What a small screen writes before the cell, where the header is not plain text. */
  readonly label?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, in figures of equal width. */
  readonly numeric?: boolean;
  /** The cell that names its row; usually the first column. */
  readonly isRowHeader?: boolean;
  /** A link that sorts by this column, and how it is sorted now. */
  readonly sortHref?: string;
  readonly sorted?: "ascending" | "descending";
}

interface DataTableProps<Row> {
  /** Says what the table shows; drawn above it. */
  readonly caption: ReactNode;
  /** For tables whose heading already says it. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Marks and sources below the table. */
  readonly note?: ReactNode;
  /** For lists that people work through all day: more lines on a screen. */
  readonly dense?: boolean;
}

/** A table drawn as blocks is no longer read as one, so its parts say what they are. */
const ROLE = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** With more columns a table may be wider than any screen: it scrolls by itself, and by the keyboard. */
const MOST_ON_A_SCREEN = 8;

/** A table that becomes labelled lists on small screens. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey, note, dense }: DataTableProps<Row>) {
  const captionId = useId();
  const isWide = columns.length > MOST_ON_A_SCREEN;
  const table = (
    <table {...ROLE.table}>
      <caption id={isWide ? captionId : undefined} className={captionHidden ? "visually-hidden" : undefined}>
        {isWide ? <span>{caption}</span> : caption}
      </caption>
      <thead {...ROLE.rowgroup}>
        <tr {...ROLE.row}>
          {columns.map((column) => (
            <ColumnHeader key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...ROLE.rowgroup}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...ROLE.row}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <div className={dense ? "data-table data-table--dense" : "data-table"}>
      {isWide ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section className="data-table__wide" aria-labelledby={captionId} tabIndex={0}>
          {table}
        </section>
      ) : (
        table
      )}
      {note && <div className="note">{note}</div>}
    </div>
  );
}

function ColumnHeader<Row>({ column }: { readonly column: Column<Row> }) {
  const t = useText();
  const { header, numeric, sortHref, sorted } = column;
  return (
    <th {...ROLE.columnheader} scope="col" className={numeric ? "numeric" : undefined} aria-sort={sorted}>
      {sortHref ? (
        <a href={sortHref}>
          {header}
          {sorted && (
            <span className="visually-hidden">
              {" "}
              ({t(sorted === "ascending" ? "common.list.sorted-up" : "common.list.sorted-down")})
            </span>
          )}
        </a>
      ) : (
        header
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { header, label = typeof header === "string" ? header : "", numeric, isRowHeader, cell } = column;
  const shared = { "data-label": label, className: numeric ? "numeric" : undefined };
  if (isRowHeader) {
    return (
      <th {...ROLE.rowheader} scope="row" {...shared}>
        <span>{cell(row)}</span>
      </th>
    );
  }
  return (
    <td {...ROLE.cell} {...shared}>
      <span>{cell(row)}</span>
    </td>
  );
}
