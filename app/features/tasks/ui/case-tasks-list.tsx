import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { CaseTasks, EndedTask } from "#app/features/tasks/case-tasks.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { DayTag, WorkTable } from "./work-table.tsx";

interface CaseTasksProps {
  readonly caseId: string;
  readonly tasks: CaseTasks;
}

/** All tasks and days of one case: what is open, and what was done or dropped. */
export function CaseTasksList({ caseId, tasks: { entries, ended, today, isOpen } }: CaseTasksProps) {
  const t = useText();
  return (
    <>
      {entries.length > 0 ? (
        <WorkTable caption={t("tasks.case.heading")} captionHidden entries={entries} today={today} />
      ) : (
        <EmptyState title={t("tasks.case.none")}>{isOpen && <p>{t("tasks.case.none-body")}</p>}</EmptyState>
      )}
      {isOpen ? <AddButton caseId={caseId} /> : <p>{t("tasks.case.ended-case")}</p>}
      {ended.length > 0 && (
        <>
          <Heading level={2}>{t("tasks.ended.heading")}</Heading>
          <EndedTable caseId={caseId} ended={ended} canReopen={isOpen} />
        </>
      )}
    </>
  );
}

export function AddButton({ caseId }: { readonly caseId: string }) {
  const t = useText();
  return (
    <ButtonRow>
      <ButtonLink href={paths.caseTaskNew(caseId)} look="secondary">
        {t("tasks.new.link")}
      </ButtonLink>
    </ButtonRow>
  );
}

interface EndedProps {
  readonly caseId: string;
  readonly ended: readonly EndedTask[];
  readonly canReopen: boolean;
}

function EndedTable({ caseId, ended, canReopen }: EndedProps) {
  const t = useText();
  const { date } = useFormats();
  const reopen: Column<EndedTask> = {
    key: "steps",
    header: t("tasks.column.steps"),
    cell: ({ id, text }) => (
      <a href={paths.caseTaskReopen(caseId, id)} aria-label={t("tasks.reopen.link-of", { text })}>
        {t("tasks.reopen.link")}
      </a>
    ),
  };
  const columns: Column<EndedTask>[] = [
    {
      key: "what",
      header: t("tasks.column.what"),
      isRowHeader: true,
      cell: ({ text }) => <span dir="auto">{text}</span>,
    },
    { key: "end", header: t("tasks.column.end"), cell: ({ end }) => t(`tasks.end.${end}`) },
    { key: "at", header: t("tasks.column.ended-on"), cell: ({ at }) => date(at.slice(0, 10), "short") },
    ...(canReopen ? [reopen] : []),
  ];
  return (
    <DataTable
      caption={t("tasks.ended.heading")}
      captionHidden
      columns={columns}
      rows={ended}
      rowKey={({ id }) => id}
    />
  );
}

const SHOWN_ON_CASE = 5;

/** On the page of the case itself: what is next, and the way to all of it. */
export function NextOfCase({ caseId, tasks: { entries, today, isOpen } }: CaseTasksProps) {
  const t = useText();
  const [next] = entries.filter(({ dueOn }) => dueOn !== null);
  if (!isOpen && entries.length === 0) return null;
  return (
    <section aria-labelledby="tasks">
      <Heading level={2} id="tasks">
        {t("tasks.case.heading")}
      </Heading>
      <p>
        {next ? (
          <>
            {t("tasks.case.next")} <DayTag dueOn={next.dueOn} today={today} />
          </>
        ) : (
          t("tasks.case.no-day")
        )}
      </p>
      {entries.length > 0 && (
        <WorkTable
          caption={t("tasks.case.heading")}
          captionHidden
          entries={entries.slice(0, SHOWN_ON_CASE)}
          today={today}
        />
      )}
      <p>
        <a href={paths.caseTasks(caseId)}>{t("tasks.case.all", { count: entries.length })}</a>
      </p>
      {isOpen && <AddButton caseId={caseId} />}
    </section>
  );
}
