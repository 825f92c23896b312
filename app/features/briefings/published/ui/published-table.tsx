import { DataTable } from "#app/design-system/content/data-table.tsx";
import { isPlainDrawing } from "#app/features/briefings/published/plain-drawing.ts";
import {
  type PublishedGrid as Published,
  type PublishedRow,
  type PublishedValue,
  type PublishedWords,
  WITHHELD_MARK,
} from "#app/features/briefings/published/published-text.ts";

interface PublishedTableProps {
  readonly table: Published;
  readonly words: PublishedWords;
  /** where the same figures lie as a file; a draft has none */
  readonly file?: string | undefined;
}

/** A released table with its pictures below it. They repeat the rows and add nothing. */
export function PublishedTable({ table, words, file }: PublishedTableProps) {
  const marked = table.others !== null || table.rows.some(({ values }) => values.includes(null));
  return (
    <div id={table.id} className="published-table">
      <DataTable
        caption={table.caption}
        columns={[
          { key: "label", header: table.rowHead, cell: rowLabel, isRowHeader: true },
          ...table.columns.map(({ code, label }, place) => ({
            key: code,
            header: label,
            cell: (row: PublishedRow) => <Value value={row.values[place] ?? null} withheld={words.withheld} />,
            numeric: true,
          })),
        ]}
        rows={table.rows}
        rowKey={({ code }) => code}
        note={
          <>
            {table.others && <p>{table.others}</p>}
            {marked && <p>{words.footnote}</p>}
            <p>{table.note}</p>
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
      <Benchmarks benchmarks={table.benchmarks} />
      <Replies replies={table.replies} />
      <Charts charts={table.charts} words={words} />
    </div>
  );
}

/** Figures of other studies stand closed: they are many, and the caution is read before them. */
function Benchmarks({ benchmarks }: Pick<Published, "benchmarks">) {
  if (!benchmarks) return null;
  return (
    <details className="published-table__benchmarks">
      <summary>{benchmarks.lead}</summary>
      <ul>
        {benchmarks.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}

/** Beside every name what it said, in the language it said it in. */
function Replies({ replies = [] }: Pick<Published, "replies">) {
  return replies.map(({ code, said, answer, direction, evidence }) => (
    <div key={code} className="published-table__reply">
      <p>
        <b>{said}</b>
      </p>
      {answer.length > 0 && (
        <blockquote dir={direction}>
          {answer.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </blockquote>
      )}
      <p className="quiet">{evidence}</p>
    </div>
  ));
}

/** One picture stands open; one for each column would push the next table off the page. */
function Charts({ charts, words }: { readonly charts: Published["charts"]; readonly words: PublishedWords }) {
  const drawn = charts
    .filter(({ svg }) => isPlainDrawing(svg))
    .map((chart) => (
      <figure key={chart.id} className="published-table__chart">
        {charts.length > 1 && <figcaption>{chart.title}</figcaption>}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the product itself from released figures, every label escaped; lines and words alone */}
        <div dangerouslySetInnerHTML={{ __html: chart.svg }} />
      </figure>
    ));
  if (drawn.length < 2) return drawn;
  return (
    <details className="published-table__charts">
      <summary>{words.charts}</summary>
      {drawn}
    </details>
  );
}

/** Parts of a group stand in, the whole stands out. */
function rowLabel({ label, level }: PublishedRow) {
  return level === "row" ? label : <b>{label}</b>;
}

/** Eyes see the mark, ears hear the word. */
function Value({ value, withheld }: { readonly value: PublishedValue; readonly withheld: string }) {
  if (typeof value === "string") return <bdi>{value}</bdi>;
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
