import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { KnownDate } from "#app/design-system/content/known-date.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import type { RemedyLine } from "#app/features/cases/remedies/case-remedies.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { ResultWords } from "./remedy-words.tsx";

interface RemedyTableProps {
  readonly caseId: string;
  readonly rows: readonly RemedyLine[];
  /** The reader may change the team's own lines. */
  readonly canChange: boolean;
  /** Read by the reporter, to whom the report is "you". */
  readonly toReporter?: boolean;
}

/** What was tried, in order, each with its date and result; what the reporter told is marked as such. */
export function RemedyTable({ caseId, rows, canChange, toReporter = false }: RemedyTableProps) {
  const t = useText();
  const steps: Column<RemedyLine> = {
    key: "steps",
    header: t("remedies.column.steps"),
    cell: (line) => <Steps caseId={caseId} line={line} />,
  };
  const columns: Column<RemedyLine>[] = [
    {
      key: "remedy",
      header: t("remedies.column.remedy"),
      isRowHeader: true,
      cell: ({ remedy, kept }) => (
        <>
          {remedy.label}
          {!kept && (
            <>
              {" "}
              <Tag tone="quiet">{t(toReporter ? "remedies.told-by-you" : "remedies.reported")}</Tag>
            </>
          )}
        </>
      ),
    },
    { key: "tried", header: t("remedies.column.tried"), cell: ({ triedOn }) => <KnownDate value={triedOn} /> },
    {
      key: "addressee",
      header: t("remedies.column.addressee"),
      cell: ({ addressee }) => (addressee ? <bdi>{addressee}</bdi> : "–"),
    },
    { key: "result", header: t("remedies.column.result"), cell: (line) => <ResultWords line={line} /> },
    {
      key: "note",
      header: t("remedies.column.note"),
      cell: ({ note }) => (note ? <span dir="auto">{note}</span> : "–"),
    },
    ...(canChange ? [steps] : []),
  ];
  return (
    <DataTable
      caption={t("remedies.heading")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ kept, remedy }) => kept?.id ?? remedy.code}
    />
  );
}

function Steps({ caseId, line: { kept, remedy, result } }: { readonly caseId: string; readonly line: RemedyLine }) {
  const t = useText();
  if (!kept) return <>–</>;
  const named = { remedy: remedy.label };
  return (
    <>
      <a href={paths.caseRemedy(caseId, kept.id)} aria-label={t("remedies.change.link-of", named)}>
        {t("remedies.change.link")}
      </a>
      {result === "waiting" && (
        <>
          {" · "}
          <a href={paths.caseRemedyEnd(caseId, kept.id)} aria-label={t("remedies.end.link-of", named)}>
            {t("remedies.end.link")}
          </a>
        </>
      )}
    </>
  );
}
