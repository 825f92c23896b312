import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { type Figure, FigureRow } from "#app/design-system/content/figure-row.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import type { Overview, OverviewSide } from "#app/features/surveys/results/overview.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { Dash } from "./figures.tsx";
import { usePictureColumn } from "./picture-column.tsx";

/** How many have answered, of how many, and how they stand against those who were asked. */
export function OverviewFigures({ overview }: { readonly overview: Overview }) {
  const t = useText();
  const { percent } = useFormats();
  const { answers, byCode, byLink, asked, rate, counts, sides } = overview;
  const figures: Figure[] = [
    { value: answers, label: t("survey-results.overview.answers") },
    {
      value: rate === null ? "–" : percent(rate),
      label: t("survey-results.overview.rate"),
      note: asked === null ? t("survey-results.overview.no-panel") : t("survey-results.overview.of", { byCode, asked }),
    },
    { value: byLink, label: t("survey-results.overview.by-link"), note: t("survey-results.overview.no-rate") },
  ];
  return (
    <>
      <FigureRow figures={figures} />
      <Heading level={2}>{t("survey-results.overview.left-out")}</Heading>
      <SummaryList
        rows={(["superseded", "broken", "unreadable"] as const).map((key) => ({
          term: t(`survey-results.overview.${key}`),
          value: `${counts[key]}`,
        }))}
      />
      <Heading level={2}>{t("survey-results.overview.panel")}</Heading>
      {sides.length === 0 ? (
        <p>{t(asked === null ? "survey-results.overview.no-panel" : "survey-results.overview.unknown-panel")}</p>
      ) : (
        <>
          <p>{t("survey-results.overview.panel-lead")}</p>
          {sides.map((side) => (
            <SideTable key={side.side} side={side} />
          ))}
        </>
      )}
    </>
  );
}

type Row = OverviewSide["rows"][number];

function SideTable({ side: { side, rows } }: { readonly side: OverviewSide }) {
  const t = useText();
  const { percent } = useFormats();
  const ratio = (value: number | null) => (value === null ? <Dash /> : percent(value));
  const columns: Column<Row>[] = [
    {
      key: "label",
      header: t(`survey-results.column.${side}`),
      isRowHeader: true,
      cell: ({ label }) => label ?? t("survey-results.not-said"),
    },
    { key: "asked", header: t("survey-results.column.asked"), numeric: true, cell: ({ asked }) => asked },
    { key: "answered", header: t("survey-results.column.answered"), numeric: true, cell: ({ answered }) => answered },
    { key: "rate", header: t("survey-results.column.rate"), numeric: true, cell: ({ rate }) => ratio(rate) },
    {
      key: "of-panel",
      header: t("survey-results.column.of-panel"),
      numeric: true,
      cell: ({ ofPanel }) => ratio(ofPanel),
    },
    {
      key: "of-answers",
      header: t("survey-results.column.of-answers"),
      numeric: true,
      cell: ({ ofAnswers }) => ratio(ofAnswers),
    },
    usePictureColumn(({ ofPanel, ofAnswers }) => <TwoBars panel={ofPanel} answers={ofAnswers} />),
  ];
  return (
    <DataTable
      caption={t(`survey-results.overview.by-${side}`)}
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      note={t("survey-results.overview.two-bars")}
    />
  );
}

/** Above, empty: its part of the panel. Below, full: its part of the answers. */
function TwoBars({ panel, answers }: { readonly panel: number | null; readonly answers: number | null }) {
  if (panel === null || answers === null) return null;
  return (
    <svg className="share-bar" width="100%" height="20" aria-hidden="true" focusable="false">
      <rect className="stack-bar__part share-bar__empty" width={`${(100 * panel).toFixed(2)}%`} height="8" y="1" />
      <rect className="share-bar__bar" width={`${(100 * answers).toFixed(2)}%`} height="8" y="11" />
    </svg>
  );
}
