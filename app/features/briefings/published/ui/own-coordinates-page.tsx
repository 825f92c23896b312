import type { ReactNode } from "react";
import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { OwnCoordinate, OwnCoordinates } from "#app/features/briefings/published/own-coordinates.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

/** What leaves the room of a report, and what never does. */
export function OwnCoordinatesPage({ data, stories }: { readonly data: OwnCoordinates; readonly stories: ReactNode }) {
  const t = useText();
  const { caseId, reference, counts, rows, newest } = data;
  return (
    <Page width="page" back={paths.report(caseId)} caption={<bdi>{reference}</bdi>}>
      <Heading>{t("published.heading")}</Heading>
      <Lead>{t("published.lead")}</Lead>
      {counts ? (
        <>
          <ul>
            <li>{t("published.when")}</li>
            <li>{t("published.five")}</li>
            <li>{t("published.story")}</li>
          </ul>
          <CoordinateTable rows={rows} newest={newest} />
        </>
      ) : (
        <Notice title={t("published.nothing.title")}>
          <p>{t("published.nothing.text")}</p>
        </Notice>
      )}
      {stories}
      <p>
        <a href={paths.reportConsent(caseId)}>{t("reports.consent.link")}</a>
      </p>
    </Page>
  );
}

function CoordinateTable({ rows, newest }: Pick<OwnCoordinates, "rows" | "newest">) {
  const t = useText();
  const { number } = useFormats();
  const printed = ({ printed }: OwnCoordinate) =>
    typeof printed === "number" ? number(printed) : t(`published.printed.${printed ?? "not-shown"}`);
  const columns: Column<OwnCoordinate>[] = [
    { key: "title", header: t("published.column.table"), cell: ({ title }) => title },
    { key: "label", header: t("published.column.row"), cell: ({ label }) => label, isRowHeader: true },
  ];
  const inNewest: Column<OwnCoordinate>[] = newest
    ? [{ key: "printed", header: newest.kicker, cell: printed, numeric: true }]
    : [];
  return (
    <DataTable
      caption={t("published.caption")}
      columns={[...columns, ...inNewest]}
      rows={rows}
      rowKey={({ dimension, code }) => `${dimension}/${code}`}
      note={
        newest ? (
          <>
            <p>{t("published.printed-legend")}</p>
            <a href={paths.briefing(newest.slug)}>{t("published.newest", { briefing: newest.kicker })}</a>
          </>
        ) : (
          t("published.none-yet")
        )
      }
    />
  );
}
