import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import type { NumberRow, QuestionResult } from "#app/features/surveys/results/question-result.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { CodedTable } from "./coded-table.tsx";
import { Dash } from "./figures.tsx";
import { usePictureColumn } from "./picture-column.tsx";
import { RowsTable } from "./rows-table.tsx";
import { ShareBar } from "./share-bar.tsx";
import { useShareColumns } from "./share-columns.tsx";

type Of<K extends QuestionResult["kind"]> = Extract<QuestionResult, { kind: K }>;

/** What came of one question: a table whose rows carry their picture. */
export function QuestionFigures({ result }: { readonly result: QuestionResult }) {
  const t = useText();
  switch (result.kind) {
    case "codes":
      return <CodesTable result={result} />;
    case "rows":
      return (
        <RowsTable
          caption={result.label}
          columns={result.columns}
          rows={result.rows}
          isWhole={result.isWhole}
          first={t("survey-results.column.row")}
        />
      );
    case "ranking":
      return <RankingTable result={result} />;
    case "numbers":
      return <NumbersTable caption={result.label} rows={result.rows} />;
    case "text":
      return (
        <>
          <p>{t("survey-results.written", { count: result.bases.answered })}</p>
          {result.coded && <CodedTable caption={result.label} coded={result.coded} />}
        </>
      );
  }
}

function CodesTable({ result }: { readonly result: Of<"codes"> }) {
  const t = useText();
  const { label, figures, isSeveral, countries } = result;
  return (
    <>
      <DataTable
        caption={label}
        captionHidden
        columns={useShareColumns(t("survey-results.column.answer"))}
        rows={figures}
        rowKey={({ code }) => code}
        note={isSeveral ? t("survey-results.several") : undefined}
      />
      {countries.length > 0 && (
        <p>
          {t("survey-results.countries")}{" "}
          {countries.map(({ code, label: country, count }, place) => (
            <span key={code}>
              {place > 0 && " · "}
              <bdi>{country}</bdi> {count}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

type RankedRow = Of<"ranking">["figures"][number];

function RankingTable({ result }: { readonly result: Of<"ranking"> }) {
  const t = useText();
  const { label, figures, places } = result;
  const [name, count, ...rest] = useShareColumns<RankedRow>(t("survey-results.column.answer"));
  const byPlace = Array.from(
    { length: places },
    (_, place): Column<RankedRow> => ({
      key: `place-${place}`,
      header: t("survey-results.column.place", { place: place + 1 }),
      numeric: true,
      cell: (row) => row.byPlace[place] ?? 0,
    }),
  );
  return (
    <DataTable
      caption={label}
      captionHidden
      columns={[name!, ...byPlace, count!, ...rest.filter(({ key }) => places <= 3 || key !== "interval")]}
      rows={figures}
      rowKey={({ code }) => code}
      note={t("survey-results.ranked")}
    />
  );
}

function NumbersTable({ caption, rows }: { readonly caption: string; readonly rows: readonly NumberRow[] }) {
  const t = useText();
  const { number } = useFormats();
  const quartile = (place: 0 | 1 | 2, key: "lower" | "median" | "upper"): Column<NumberRow> => ({
    key,
    header: t(`survey-results.column.${key}`),
    numeric: true,
    cell: ({ quartiles }) => (quartiles ? number(quartiles[place]) : <Dash />),
  });
  const most = Math.max(1, ...rows.flatMap(({ quartiles }) => quartiles ?? []));
  const columns: Column<NumberRow>[] = [
    {
      key: "row",
      header: t("survey-results.column.row"),
      isRowHeader: true,
      cell: ({ label }) => label ?? t("survey-results.number"),
    },
    { key: "n", header: t("survey-results.column.answered"), numeric: true, cell: ({ answered }) => answered },
    quartile(0, "lower"),
    quartile(1, "median"),
    quartile(2, "upper"),
    usePictureColumn(
      ({ quartiles }) =>
        quartiles && (
          <ShareBar share={{ value: quartiles[1] / most, lower: quartiles[0] / most, upper: quartiles[2] / most }} />
        ),
    ),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      note={t("survey-results.quartiles")}
    />
  );
}
