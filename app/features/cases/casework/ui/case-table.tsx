import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { DueTag, Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import { CHOICE_FIELD, choiceOf } from "#app/features/cases/casework/case-choice.ts";
import type { CaseRow, Labelled } from "#app/features/cases/casework/case-row.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface CaseTableProps {
  readonly rows: readonly CaseRow[];
  /** ISO instant of the request */
  readonly now: string;
  /** Whose cases they are, where a list shows several people's. */
  readonly withLead?: boolean;
  /** ids of the cases in which the reporter has written something new */
  readonly unread: readonly string[];
  /** Each line has a box to tick; the table then stands in a form. */
  readonly canChoose?: boolean;
}

/** Cases as lines: the day first, then what a coordinator needs to choose the next one. */
export function CaseTable({ rows, now, withLead = false, unread, canChoose = false }: CaseTableProps) {
  const t = useText();
  const columns: Column<CaseRow>[] = [
    { key: "due", header: t("casework.column.due"), cell: ({ dueAt }) => <DueTag dueAt={dueAt} now={now} /> },
    {
      key: "reference",
      header: t("casework.column.reference"),
      isRowHeader: true,
      cell: (row) => <CaseLink row={row} isNew={unread.includes(row.caseId)} />,
    },
    {
      key: "incidents",
      header: t("casework.column.incidents"),
      cell: ({ incidents }) => <Incidents labels={incidents} />,
    },
    {
      key: "institution",
      header: t("casework.column.institution"),
      cell: ({ institution }) => <Institution institution={institution} />,
    },
    { key: "status", header: t("casework.column.status"), cell: ({ status }) => <StatusTag status={status} /> },
    {
      key: "urgency",
      header: t("casework.column.urgency"),
      cell: ({ judgement }) => (judgement.urgency ? t(`casework.urgency-short.${judgement.urgency.code}`) : "–"),
    },
    {
      key: "severity",
      header: t("casework.column.severity"),
      cell: ({ judgement }) => judgement.severity?.label ?? "–",
    },
    { key: "risk", header: t("casework.column.risk"), cell: ({ judgement }) => judgement.risk?.label ?? "–" },
  ];
  const choice: Column<CaseRow> = {
    key: "choice",
    header: <span className="visually-hidden">{t("chosen.column")}</span>,
    label: t("chosen.column"),
    cell: ({ caseId, reference, version }) => (
      <input
        type="checkbox"
        name={CHOICE_FIELD}
        value={choiceOf({ caseId, version })}
        aria-label={t("chosen.choose", { reference })}
      />
    ),
  };
  const lead: Column<CaseRow> = {
    key: "lead",
    header: t("casework.column.lead"),
    cell: ({ lead }) => (lead ? <bdi className="nowrap">{lead}</bdi> : "–"),
  };
  return (
    <DataTable
      caption={t("casework.caption")}
      captionHidden
      dense
      columns={[...(canChoose ? [choice] : []), ...columns, ...(withLead ? [lead] : [])]}
      rows={rows}
      rowKey={({ caseId }) => caseId}
    />
  );
}

function CaseLink({ row: { caseId, reference, isBound }, isNew }: { readonly row: CaseRow; readonly isNew: boolean }) {
  const t = useText();
  return (
    <>
      <a href={paths.case(caseId)} className="nowrap" data-key-row>
        <bdi>{reference}</bdi>
      </a>
      {isNew && (
        <>
          {" "}
          <Tag>{t("casework.new-message")}</Tag>
        </>
      )}
      {!isBound && (
        <>
          {" "}
          <Tag tone="quiet">{t("receipt.bind.tag")}</Tag>
        </>
      )}
    </>
  );
}

function Institution({ institution: { type, country } }: { readonly institution: CaseRow["institution"] }) {
  const t = useText();
  if (!country) return <>{type ?? "–"}</>;
  const code = <abbr title={country.name}>{country.code}</abbr>;
  return <>{type ? t.rich("casework.institution", { type, country: code }) : code}</>;
}

const SHOWN = 2;

/** What happened, and with it; a long list would push the rest of the line out of sight. */
export function Incidents({ labels }: { readonly labels: readonly string[] }) {
  const t = useText();
  const more = labels.length - SHOWN;
  return (
    <>
      {labels.slice(0, SHOWN).join(t("casework.separator")) || "–"}
      {more > 0 && <span className="quiet"> {t("casework.more", { count: more })}</span>}
    </>
  );
}

const TONES: Partial<Record<CaseStatus, TagTone>> = {
  needs_clarification: "amber",
  resolved: "quiet",
  closed: "quiet",
  withdrawn_by_reporter: "quiet",
  erased: "quiet",
};

export function StatusTag({ status: { code, label } }: { readonly status: Labelled<CaseStatus> }) {
  return <Tag tone={TONES[code] ?? "glacier"}>{label}</Tag>;
}
