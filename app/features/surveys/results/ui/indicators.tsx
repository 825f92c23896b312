import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import type { IndicatorResult, PublishedFigure } from "#app/features/surveys/results/indicator-results.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { Dash, Interval, Share } from "./figures.tsx";
import { usePictureColumn } from "./picture-column.tsx";
import { ShareBar } from "./share-bar.tsx";

const SECTIONS = [
  { key: "money", names: ["any_problem", "access_worse", "delay_band", "never_in_writing", "outside_us"] },
  { key: "effects", names: ["court_contact_stopped", "staff_unpaid"] },
  { key: "happened", names: ["happened"] },
  { key: "solved", names: ["solved"] },
] as const;

/** The indicators with their bases and intervals; beside them what others have published of the same thing. */
export function Indicators({ indicators }: { readonly indicators: readonly IndicatorResult[] }) {
  const t = useText();
  const studies = studiesOf(indicators);
  const markOf = (figure: PublishedFigure) => studies.findIndex((one) => keyOf(one) === keyOf(figure)) + 1;
  return (
    <>
      {studies.length > 0 && (
        <Notice kind="warning" title={t("survey-results.benchmarks.caution-title")}>
          <p>{t("survey-results.benchmarks.caution")}</p>
        </Notice>
      )}
      {SECTIONS.map(({ key, names }) => {
        const rows = indicators.filter(({ name }) => (names as readonly string[]).includes(name));
        return rows.length === 0 ? null : (
          <section key={key}>
            <Heading level={2}>{t(`survey-results.section.${key}`)}</Heading>
            <IndicatorTable caption={t(`survey-results.section.${key}`)} rows={rows} markOf={markOf} />
          </section>
        );
      })}
      {studies.length > 0 && <Studies studies={studies} figures={indicators.flatMap(({ benchmarks }) => benchmarks)} />}
    </>
  );
}

interface IndicatorTableProps {
  readonly caption: string;
  readonly rows: readonly IndicatorResult[];
  /** the number of the study in the list below */
  readonly markOf: (figure: PublishedFigure) => number;
}

interface BenchmarksProps extends Pick<IndicatorTableProps, "markOf"> {
  readonly benchmarks: readonly PublishedFigure[];
}

function IndicatorTable({ caption, rows, markOf }: IndicatorTableProps) {
  const t = useText();
  const hasBenchmarks = rows.some(({ benchmarks }) => benchmarks.length > 0);
  const columns: Column<IndicatorResult>[] = [
    {
      key: "name",
      header: t("survey-results.column.indicator"),
      isRowHeader: true,
      cell: ({ name, label }) => label ?? t(`survey-results.indicator.${name}`),
    },
    { key: "n", header: t("survey-results.column.n"), numeric: true, cell: ({ n }) => n },
    {
      key: "count",
      header: t("survey-results.column.organisations"),
      numeric: true,
      cell: ({ name, count }) => (name === "delay_band" ? "–" : count),
    },
    {
      key: "share",
      header: t("survey-results.column.share"),
      numeric: true,
      cell: ({ name, share, bands }) =>
        name === "delay_band" && bands.length > 0 ? <b>{bands.join(" / ")}</b> : <Share share={share} />,
    },
    {
      key: "interval",
      header: t("survey-results.column.interval"),
      numeric: true,
      cell: ({ share }) => <Interval of={share} />,
    },
    usePictureColumn(({ share, benchmarks }) => (
      <ShareBar share={share} ticks={benchmarks.flatMap((one) => (one.share === null ? [] : [one.share]))} />
    )),
  ];
  if (hasBenchmarks)
    columns.push({
      key: "benchmarks",
      header: t("survey-results.column.benchmarks"),
      cell: ({ benchmarks }) => <Benchmarks benchmarks={benchmarks} markOf={markOf} />,
    });
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ name, of }) => `${name}-${of}`}
      note={t(hasBenchmarks ? "survey-results.ticks" : "survey-results.few-note")}
    />
  );
}

function Benchmarks({ benchmarks, markOf }: BenchmarksProps) {
  const t = useText();
  const { percent } = useFormats();
  if (benchmarks.length === 0) return <Dash />;
  const printed = ({ value }: PublishedFigure) =>
    `${value.startsWith(">") ? ">" : ""}${percent(Number(value.replace(">", "")) / 100, 1)}`;
  return (
    <ul className="benchmarks">
      {benchmarks.map((figure) => (
        <li key={`${keyOf(figure)}|${figure.measure}`}>
          {t("survey-results.benchmarks.one", { value: printed(figure), year: `${figure.year}` })}{" "}
          <a href={`#study-${markOf(figure)}`}>{t("survey-results.benchmarks.mark", { number: markOf(figure) })}</a>
        </li>
      ))}
    </ul>
  );
}

interface StudiesProps {
  readonly studies: readonly PublishedFigure[];
  readonly figures: readonly PublishedFigure[];
}

function Studies({ studies, figures }: StudiesProps) {
  const t = useText();
  const { number } = useFormats();
  return (
    <section>
      <Heading level={2}>{t("survey-results.benchmarks.heading")}</Heading>
      <ol className="studies">
        {studies.map(({ study, year, n, base, source }, place) => (
          <li key={`${study}-${year}`} id={`study-${place + 1}`}>
            <bdi lang="en">
              {study} ({year}
              {n !== null && `, n = ${number(n)}`}
              {base && `; ${base}`}){source && `. ${source}`}
            </bdi>
            <Measures figures={figures.filter((one) => keyOf(one) === keyOf({ study, year, base }))} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What exactly each figure of a study counts, in its own words. */
function Measures({ figures }: { readonly figures: readonly PublishedFigure[] }) {
  return (
    <ul className="benchmarks">
      {figures.map(({ measure, value }) => (
        <li key={measure}>
          <bdi lang="en">
            {measure}: {value}%
          </bdi>
        </li>
      ))}
    </ul>
  );
}

const keyOf = ({ study, year, base }: Pick<PublishedFigure, "study" | "year" | "base">): string =>
  `${study}|${year}|${base}`;

/** Each once, in the order in which they are first told. */
function studiesOf(indicators: readonly IndicatorResult[]): readonly PublishedFigure[] {
  const all = indicators.flatMap(({ benchmarks }) => benchmarks);
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
