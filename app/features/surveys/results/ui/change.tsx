import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import type { ChangePage, ShownChange } from "#app/features/surveys/results/change-page.server.ts";
import type { ResultChoice } from "#app/features/surveys/results/result-choice.ts";
import type { Estimate } from "#app/features/surveys/statistics/proportion.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { ChoiceFields } from "./choice-fields.tsx";
import { Dash, usePoints } from "./figures.tsx";
import { usePictureColumn } from "./picture-column.tsx";
import { DifferenceBar } from "./share-bar.tsx";

/** What has changed since an earlier survey: of whoever answered, and of those who answered both. */
export function Change({ page, choice }: { readonly page: ChangePage; readonly choice: ResultChoice }) {
  const t = useText();
  const { earlier, chosen, change } = page;
  if (earlier.length === 0)
    return (
      <EmptyState title={t("survey-results.change.none")}>
        <p>{t("survey-results.change.none-body")}</p>
      </EmptyState>
    );
  return (
    <>
      <form method="get" className="together">
        <Select
          name="since"
          label={t("survey-results.change.since")}
          size="medium"
          defaultValue={chosen?.id ?? ""}
          options={earlier.map(({ id, session }) => ({ value: id, label: session }))}
        />
        <ChoiceFields choice={choice} />
        <ButtonRow>
          <Button>{t("survey-results.change.button")}</Button>
        </ButtonRow>
      </form>
      {chosen && !change && (
        <EmptyState title={t("survey-results.change.sealed", { session: chosen.session })}>
          <p>{t("survey-results.change.sealed-body")}</p>
          <ButtonLink href={paths.surveyResults(chosen.id)} look="secondary">
            {t("survey-results.sealed.button")}
          </ButtonLink>
        </EmptyState>
      )}
      {chosen && change && <Tables session={chosen.session} change={change} />}
    </>
  );
}

type Row = ShownChange["indicators"][number];

function Tables({ session, change }: { readonly session: string; readonly change: ShownChange }) {
  const t = useText();
  const { indicators, matched, ambiguous, weights } = change;
  const shares = indicators.filter(({ name }) => name !== "delay_band");
  return (
    <>
      <Heading level={2}>{t("survey-results.change.all")}</Heading>
      <p>{t("survey-results.change.all-lead")}</p>
      {(weights.now === "on") !== (weights.before === "on") && (
        <p className="note">{t("survey-results.change.weights-differ")}</p>
      )}
      <AllTable session={session} rows={shares} />
      <Heading level={2}>{t("survey-results.change.matched")}</Heading>
      <p>
        {matched === 0
          ? t("survey-results.change.matched-nobody")
          : t("survey-results.change.matched-lead", { count: matched })}
      </p>
      {ambiguous > 0 && <p className="note">{t("survey-results.change.ambiguous", { count: ambiguous })}</p>}
      {matched > 0 && <MatchedTable rows={shares} />}
    </>
  );
}

function useNameColumn(): Column<Row> {
  const t = useText();
  return {
    key: "name",
    header: t("survey-results.column.indicator"),
    isRowHeader: true,
    cell: ({ name, label }) => (label === null ? t(`survey-results.indicator.${name}`) : nameOf(t, name, label)),
  };
}

const nameOf = (t: ReturnType<typeof useText>, name: Row["name"], label: string) =>
  name === "solved" ? t("survey-results.change.solved", { remedy: label }) : label;

function useDifferenceColumns(rows: readonly Row[], of: (row: Row) => Estimate | null): Column<Row>[] {
  const t = useText();
  const bounds = rows.flatMap((row) => [of(row)?.lower ?? 0, of(row)?.upper ?? 0]);
  const reach = Math.max(0.1, ...bounds.map(Math.abs));
  const points = usePoints();
  return [
    {
      key: "difference",
      header: t("survey-results.column.difference"),
      numeric: true,
      cell: (row) => {
        const difference = of(row);
        return difference ? <b>{points(difference.value)}</b> : <Dash />;
      },
    },
    {
      key: "interval",
      header: t("survey-results.column.interval"),
      numeric: true,
      cell: (row) => {
        const difference = of(row);
        if (!difference) return <Dash />;
        const { lower, upper } = difference;
        return t("survey-results.interval", { from: points(lower), to: points(upper) });
      },
    },
    usePictureColumn((row) => <DifferenceBar difference={of(row)} reach={reach} />),
  ];
}

function AllTable({ session, rows }: { readonly session: string; readonly rows: readonly Row[] }) {
  const t = useText();
  const { percent } = useFormats();
  const told = ({ n, share }: Row["now"]) =>
    share ? t("survey-results.change.share", { share: percent(share.value), n }) : t("survey-results.change.n", { n });
  const columns: Column<Row>[] = [
    useNameColumn(),
    { key: "before", header: <bdi>{session}</bdi>, label: session, numeric: true, cell: ({ before }) => told(before) },
    { key: "now", header: t("survey-results.column.now"), numeric: true, cell: ({ now }) => told(now) },
    ...useDifferenceColumns(rows, ({ difference }) => difference),
  ];
  return (
    <DataTable
      caption={t("survey-results.change.all")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ name, of }) => `${name}-${of}`}
      note={t("survey-results.change.points")}
      dense
    />
  );
}

function MatchedTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText();
  const count = (key: "both" | "onlyNow" | "onlyBefore" | "neither"): Column<Row> => ({
    key,
    header: t(`survey-results.column.${key}`),
    numeric: true,
    cell: ({ matched }) => matched[key],
  });
  const columns: Column<Row>[] = [
    useNameColumn(),
    { key: "n", header: t("survey-results.column.n"), numeric: true, cell: ({ matched }) => matched.n },
    ...[count("both"), count("onlyNow"), count("onlyBefore"), count("neither")],
    ...useDifferenceColumns(rows, ({ matched }) => matched.difference).filter(({ key }) => key !== "picture"),
  ];
  return (
    <DataTable
      caption={t("survey-results.change.matched")}
      captionHidden
      columns={columns}
      rows={rows.filter(({ matched }) => matched.n > 0)}
      rowKey={({ name, of }) => `${name}-${of}`}
      note={t("survey-results.change.matched-note")}
      dense
    />
  );
}
