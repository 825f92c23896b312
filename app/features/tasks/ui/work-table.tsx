import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import { type Bucket, bucketOf } from "#app/features/tasks/task-buckets.ts";
import type { WorkEntry, WrittenTask } from "#app/features/tasks/work-entry.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { daysBetween, type IsoDay } from "#app/kernel/iso-day.ts";
import { paths } from "#app/paths.ts";

interface WorkTableProps {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly entries: readonly WorkEntry[];
  readonly today: IsoDay;
  /** Where the page is about one case, nobody needs its reference in each line. */
  readonly withCase?: boolean;
}

/** What is to be done as lines: the day first, then what, whose, and the way on. */
export function WorkTable({ caption, captionHidden = false, entries, today, withCase = false }: WorkTableProps) {
  const t = useText();
  const columns: Column<WorkEntry>[] = [
    { key: "due", header: t("tasks.column.due"), cell: ({ dueOn }) => <DayTag dueOn={dueOn} today={today} /> },
    ...(withCase ? [caseColumn(t("tasks.column.case"))] : []),
    { key: "what", header: t("tasks.column.what"), isRowHeader: !withCase, cell: (entry) => <What entry={entry} /> },
    { key: "owner", header: t("tasks.column.owner"), cell: ({ task }) => (task ? <Owner task={task} /> : "–") },
    {
      key: "steps",
      header: t("tasks.column.steps"),
      cell: (entry) => <Steps entry={entry} withCase={withCase} />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={entries}
      rowKey={({ key }) => key}
    />
  );
}

function caseColumn(header: string): Column<WorkEntry> {
  return {
    key: "case",
    header,
    isRowHeader: true,
    cell: ({ caseId, reference }) => (
      <a href={paths.case(caseId)} className="nowrap">
        <bdi>{reference}</bdi>
      </a>
    ),
  };
}

const TONES: Record<Bucket, TagTone> = {
  overdue: "red",
  today: "red",
  week: "amber",
  later: "quiet",
  undated: "quiet",
};

/** A day and no hour: today is not late yet. */
export function DayTag({ dueOn, today }: { readonly dueOn: IsoDay | null; readonly today: IsoDay }) {
  const t = useText();
  const { date, inDays } = useFormats();
  if (dueOn === null) return <span className="quiet">{t("common.due.none")}</span>;
  const bucket = bucketOf(dueOn, today);
  const words =
    bucket === "overdue"
      ? t("common.due.overdue", { days: daysBetween(dueOn, today) })
      : bucket === "today"
        ? inDays(0)
        : date(dueOn, "short");
  return (
    <Tag tone={TONES[bucket]}>
      <time dateTime={dueOn}>{words}</time>
    </Tag>
  );
}

/** A task in the team's words, or a day that follows from the report, with the fact it follows from. */
function What({ entry: { task, deadline } }: { readonly entry: WorkEntry }) {
  const t = useText();
  if (deadline) {
    return (
      <>
        {t(`tasks.deadline.${deadline.kind}`)}
        <br />
        <span className="quiet">{t(`tasks.from.${deadline.from}`)}</span>
      </>
    );
  }
  if (!task) return null;
  return (
    <>
      {task.kind !== "todo" && (
        <>
          <b>{t(`tasks.kind.${task.kind}`)}</b>
          <br />
        </>
      )}
      <span dir="auto">{task.text}</span>
    </>
  );
}

function Owner({ task: { owner } }: { readonly task: WrittenTask }) {
  const t = useText();
  if (owner.kind === "named") return <bdi className="nowrap">{owner.handle}</bdi>;
  if (owner.kind !== "gone") return <>{t(`tasks.owner.${owner.kind}`)}</>;
  return (
    <>
      {t("tasks.owner.none")}
      {owner.handle && (
        <>
          <br />
          <span className="quiet">{t.rich("tasks.owner.before", { handle: <bdi>{owner.handle}</bdi> })}</span>
        </>
      )}
    </>
  );
}

/** Nobody ticks off a day that follows from a report; from a list over many cases it leads to the tasks of its own. */
function Steps({ entry: { caseId, task }, withCase }: { readonly entry: WorkEntry; readonly withCase: boolean }) {
  const t = useText();
  if (!task) return withCase ? <a href={paths.caseTasks(caseId)}>{t("tasks.case.link")}</a> : <>–</>;
  return (
    <>
      <a href={paths.caseTaskEnd(caseId, task.id)} aria-label={t("tasks.end.link-of", { text: task.text })}>
        {t("tasks.end.link")}
      </a>
      {" · "}
      <a href={paths.caseTask(caseId, task.id)} aria-label={t("tasks.change.link-of", { text: task.text })}>
        {t("tasks.change.link")}
      </a>
    </>
  );
}
